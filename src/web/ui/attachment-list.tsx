import { FileTextOutlined } from "@ant-design/icons";
import { Image } from "antd";
import type { Schemas } from "../api/client.ts";

interface Props {
  readonly files: readonly Schemas["Attachment"][];
  /** The address of the thing they belong to: `/api/opinions/…`. */
  readonly of: string;
}

/** Photos small and to be opened large; documents to be opened or saved. */
export function AttachmentList({ files, of }: Props) {
  if (files.length === 0) return null;
  const address = (id: string) => `${of}/attachments/${id}`;
  const photos = files.filter((file) => file.width !== null);
  const papers = files.filter((file) => file.width === null);
  return (
    <div className="attachments">
      {photos.length > 0 ? (
        <Image.PreviewGroup>
          <div className="photos">
            {photos.map((file) => (
              <Image
                key={file.id}
                src={`${address(file.id)}?size=small`}
                preview={{ src: address(file.id) }}
                alt={file.name}
                width={104}
                height={104}
                style={{ objectFit: "cover", borderRadius: 6 }}
                loading="lazy"
              />
            ))}
          </div>
        </Image.PreviewGroup>
      ) : null}
      {papers.map((file) => (
        <div key={file.id}>
          <a href={address(file.id)} target="_blank" rel="noreferrer">
            <FileTextOutlined /> {file.name}
          </a>
          <span className="muted"> {sizeText(file.size)}</span>
        </div>
      ))}
    </div>
  );
}

const sizeText = (bytes: number): string => (bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`);
