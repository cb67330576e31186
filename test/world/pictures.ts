import { createHash } from "node:crypto";
import sharp from "sharp";
import type { Instant } from "../../src/platform/clock/instant.ts";
import { idAt } from "./ids.ts";

/** A drawn picture of the demonstration: nobody's photo, and told so by its name. */
export interface Picture {
  readonly id: string;
  readonly digest: string;
  readonly name: string;
  readonly at: Instant;
  readonly bytes: Uint8Array;
  readonly small: Uint8Array;
}

export const pictureSize = { width: 1200, height: 800 };

/** What the road of the newspaper looked like, and what became of it. */
const scenes = [
  {
    key: "zhuzhuang before 1",
    name: "演示图片-修整前-村内主路坑洼.jpg",
    at: "2022-07-04T11:40:00.000Z",
    road: "#8a7a63",
    holes: 9,
    line: false,
    sky: "#b9c4c9",
  },
  {
    key: "zhuzhuang before 2",
    name: "演示图片-修整前-雨后积水.jpg",
    at: "2022-07-04T11:42:00.000Z",
    road: "#74664f",
    holes: 14,
    line: false,
    sky: "#8f9ba3",
  },
  {
    key: "zhuzhuang progress",
    name: "演示图片-施工队进场.jpg",
    at: "2022-07-08T07:30:00.000Z",
    road: "#9a948a",
    holes: 3,
    line: false,
    sky: "#a9c3d6",
  },
  {
    key: "zhuzhuang after 1",
    name: "演示图片-修整后-主路硬化.jpg",
    at: "2022-07-18T06:40:00.000Z",
    road: "#c9c9c4",
    holes: 0,
    line: true,
    sky: "#9cc7e8",
  },
  {
    key: "zhuzhuang after 2",
    name: "演示图片-修整后-排水沟疏通.jpg",
    at: "2022-07-18T06:45:00.000Z",
    road: "#d2d2cd",
    holes: 0,
    line: true,
    sky: "#b4d8ef",
  },
] as const;
type Scene = (typeof scenes)[number];

export const zhuzhuang = {
  before: scenes.slice(0, 2).map((scene) => scene.key),
  progress: scenes.slice(2, 3).map((scene) => scene.key),
  after: scenes.slice(3).map((scene) => scene.key),
};

/** Draws every picture of the world. */
export async function drawPictures(): Promise<ReadonlyMap<string, Picture>> {
  const drawn = await Promise.all(scenes.map(draw));
  return new Map(drawn.map((picture, index) => [scenes[index]!.key, picture]));
}

async function draw(scene: Scene): Promise<Picture> {
  const whole = sharp(Buffer.from(svgOf(scene)));
  const bytes = new Uint8Array(await whole.clone().jpeg({ quality: 82 }).toBuffer());
  const small = new Uint8Array(await whole.clone().resize(480).webp().toBuffer());
  const digest = createHash("sha256").update(bytes).digest("hex");
  const at = scene.at as Instant;
  return { id: idAt(at, scene.key), digest, name: scene.name, at, bytes, small };
}

/** A village road between fields and houses, as bad or as good as the scene says. */
function svgOf({ sky, road, holes, line }: Scene): string {
  const { width, height } = pictureSize;
  const edge = (y: number) => ((y - 340) / 460) * 420 + 60;
  const hole = (index: number) => {
    const y = 400 + ((index * 97) % 360);
    const x = 600 + (((index * 53) % 100) / 50 - 1) * (edge(y) * 0.7);
    const size = 8 + (y - 380) / 9;
    return `<ellipse cx="${x}" cy="${y}" rx="${size * 1.7}" ry="${size * 0.55}" fill="#5b5347"/><ellipse cx="${x}" cy="${y + 3}" rx="${size * 1.3}" ry="${size * 0.35}" fill="${sky}" opacity=".75"/>`;
  };
  const house = (x: number, size: number) =>
    `<rect x="${x}" y="${340 - size}" width="${size * 1.6}" height="${size}" fill="#e6dccb"/><polygon points="${x - 8},${340 - size} ${x + size * 0.8},${340 - size * 1.55} ${x + size * 1.6 + 8},${340 - size}" fill="#8c4a3c"/><rect x="${x + size * 0.65}" y="${340 - size * 0.6}" width="${size * 0.3}" height="${size * 0.6}" fill="#6b4a35"/>`;
  const tree = (x: number, size: number) =>
    `<rect x="${x - 4}" y="${340 - size}" width="8" height="${size}" fill="#6d5137"/><circle cx="${x}" cy="${340 - size}" r="${size * 0.55}" fill="#5d8a4a"/>`;
  const dashes = line
    ? [380, 440, 520, 630, 760].map(
        (y) => `<rect x="${600 - (y - 330) / 60}" y="${y}" width="${(y - 330) / 30}" height="${(y - 330) / 9}" fill="#fff"/>`,
      )
    : [];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="340" fill="${sky}"/>
    <rect y="340" width="${width}" height="460" fill="#8fa05a"/><rect y="340" width="${width}" height="36" fill="#a9b56f"/>
    ${[60, 210, 930, 1060].map((x, index) => house(x, 70 + (index % 2) * 24)).join("")}${[30, 180, 380, 860, 1020].map((x) => tree(x, 90)).join("")}
    <polygon points="540,340 660,340 1080,800 120,800" fill="${road}"/>${dashes.join("")}${Array.from({ length: holes }, (_, index) => hole(index)).join("")}
  </svg>`;
}
