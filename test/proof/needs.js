import { spawnSync } from "node:child_process";
import process from "node:process";

/**
 * What the proofs need and do not install: a command that succeeds where it is there, and where to get it. Whoever
 * runs them is told what is missing, a line each and before they start.
 */
const NEEDS = [
  {
    name: "LibreOffice（命令 soffice）",
    packages: "libreoffice-calc、libreoffice-writer",
    command: "soffice",
    argv: ["--version"],
  },
  // Drafts are amended through LibreOffice's own Python.
  {
    name: "LibreOffice 的 Python 接口",
    packages: "python3-uno",
    command: "/usr/bin/python3",
    argv: ["-c", "import uno"],
  },
  // The program for Windows is run in it.
  { name: "Wine（命令 wine）", packages: "wine", command: "wine", argv: ["--version"] },
  // Shards are run as an array of it.
  { name: "Slurm（命令 slurmd）", packages: "slurm-wlm、munge", command: "slurmd", argv: ["-V"] },
  // What is made for machines without a network is installed where there is none.
  {
    name: "没有网络的命名空间（命令 unshare）",
    packages: "util-linux",
    command: "unshare",
    argv: ["--net", "--map-root-user", "true"],
  },
];

for (const { name, packages, command, argv } of NEEDS) {
  if (spawnSync(command, argv).status === 0) continue;
  process.stderr.write(`没有找到${name}：请先安装 Debian 软件包 ${packages}，再运行 npm run proof\n`);
  process.exitCode = 1;
}
