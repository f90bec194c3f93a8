import { ImportedXmlComponent, Run } from "docx";
import { escapeMarkup } from "../../terms/markup.js";
import { clean } from "./runs.js";

/** Millimetres of a letter, and the most the line may take across the page. */
const LETTER = 22;
const MOST = 150;

/**
 * A text across the page behind all others, as Word's own command sets it and finds it again. Written out here: the
 * library names its shapes at random, and equal reports would be unequal files. `place` tells those of a document apart.
 */
export function watermarkRun(text: string, place: number): Run {
  const said = clean(text);
  const width = Math.min(MOST, [...said].length * LETTER);
  const height = Math.round(width / [...said].length);
  const style = [
    "position:absolute",
    "margin-left:0",
    "margin-top:0",
    `width:${width}mm`,
    `height:${height}mm`,
    "rotation:315",
    "z-index:-251658752",
    "mso-position-horizontal:center",
    "mso-position-horizontal-relative:margin",
    "mso-position-vertical:center",
    "mso-position-vertical-relative:margin",
  ].join(";");
  const xml =
    `<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" ` +
    `xmlns:o="urn:schemas-microsoft-com:office:office">` +
    `<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">` +
    `<v:textpath on="t" fitshape="t"/></v:shapetype>` +
    `<v:shape id="PowerPlusWaterMarkObject${place}" o:spid="_x0000_s20${48 + place}" type="#_x0000_t136" ` +
    `style="${style}" o:allowincell="f" fillcolor="#d9d9d9" stroked="f"><v:fill opacity=".5"/>` +
    `<v:textpath style="font-family:&quot;黑体&quot;;font-size:1pt" string="${escapeMarkup(said)}"/></v:shape></w:pict>`;
  return new Run({ children: [ImportedXmlComponent.fromXmlString(xml)] });
}
