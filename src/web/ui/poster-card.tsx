import { FilePdfOutlined, FileWordOutlined, GlobalOutlined } from "@ant-design/icons";
import { Button, Card, Space } from "antd";
import { useTranslation } from "react-i18next";

interface Props {
  readonly title: string;
  /** Where the sheet hangs and what it is for. */
  readonly help: string;
  /** Where the sheet is drawn; the form of the paper is added to it. */
  readonly address: string;
  /** The public page to which the sheet leads. */
  readonly leadsTo?: string;
}

/** A sheet to print and hang up, as a paper in either form. */
export function PosterCard({ title, help, address, leadsTo }: Props) {
  const { t } = useTranslation();
  return (
    <Card size="small" title={title}>
      <p className="muted">{help}</p>
      <Space wrap>
        <Button icon={<FilePdfOutlined />} href={`${address}?format=pdf`} target="_blank" data-poster="pdf">
          PDF
        </Button>
        <Button icon={<FileWordOutlined />} href={`${address}?format=docx`} data-poster="docx">
          Word
        </Button>
        {leadsTo ? (
          <Button type="link" icon={<GlobalOutlined />} href={leadsTo} target="_blank">
            {t("web.public_page")}
          </Button>
        ) : null}
      </Space>
    </Card>
  );
}
