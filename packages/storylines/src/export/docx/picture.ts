import type { StorylineDocument } from '@throughline/schema';
import { type EmbeddedImage, embeddedImage } from '../embedded-image.ts';
import { escapeMarkup, oneLine } from '../well-formed.ts';

/** English metric units: 914,400 an inch, so 9,525 a pixel at 96 an inch. */
const EMU_A_PIXEL = 9525;
/** Between the margins of the page. */
const WIDTH_AT_MOST = 5_731_510;
const HEIGHT_AT_MOST = 5_400_000;
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';

/** The piece's picture where its bytes are in the piece, and Word can show it. */
export function docxImage(document: StorylineDocument): EmbeddedImage | null {
  return document.hero && embeddedImage(document.hero.url, ['png', 'jpeg', 'gif']);
}

/** A run that shows the picture of relationship `image`, as wide as the text where it is wider. */
export function picture({ width, height }: EmbeddedImage, alt: string): string {
  const [wide, high] = [width * EMU_A_PIXEL, height * EMU_A_PIXEL];
  const scale = Math.min(1, WIDTH_AT_MOST / wide, HEIGHT_AT_MOST / high);
  const extent = (name: string) =>
    `<${name} cx="${Math.max(1, Math.round(wide * scale))}" cy="${Math.max(1, Math.round(high * scale))}"/>`;
  const words = `name="Picture" descr="${escapeMarkup(oneLine(alt))}"`;
  return [
    '<w:r><w:drawing>',
    `<wp:inline xmlns:wp="${drawing}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">`,
    extent('wp:extent'),
    `<wp:docPr id="1" ${words}/>`,
    `<a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/picture">`,
    `<pic:pic xmlns:pic="${drawing}/picture"><pic:nvPicPr><pic:cNvPr id="1" ${words}/><pic:cNvPicPr/></pic:nvPicPr>`,
    '<pic:blipFill><a:blip r:embed="image"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>',
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/>${extent('a:ext')}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
  ].join('');
}
