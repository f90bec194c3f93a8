import { spawnSync } from "node:child_process";
import process from "node:process";

// The proofs install nothing: whoever runs them is told what is missing, in one line and before they start.
if (spawnSync("soffice", ["--version"]).status !== 0) {
  process.stderr.write(
    "没有找到 LibreOffice（命令 soffice）：请先安装 Debian 软件包 libreoffice-calc，再运行 npm run proof\n",
  );
  process.exitCode = 1;
}

// Drafts are amended through LibreOffice's own Python.
if (spawnSync("/usr/bin/python3", ["-c", "import uno"]).status !== 0) {
  process.stderr.write(
    "没有找到 LibreOffice 的 Python 接口：请先安装 Debian 软件包 python3-uno，再运行 npm run proof\n",
  );
  process.exitCode = 1;
}
