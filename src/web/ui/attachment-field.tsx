import { PlusOutlined } from "@ant-design/icons";
import { Upload, type UploadFile } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem, Schemas } from "../api/client.ts";
import { language } from "../i18n.ts";
import { useTelling } from "./telling.tsx";

export type Attachment = Schemas["Attachment"];

/** While a file is on its way it stands in the form without an identifier, so that the form waits for it. */
type Chosen = Attachment | { readonly id: "" };

interface Props {
  readonly id?: string;
  readonly value?: readonly Chosen[];
  readonly onChange?: (value: readonly Chosen[]) => void;
  /** Where a file that belongs to the thing already can be seen. */
  readonly homeOf?: (id: string) => string | undefined;
}

const most = 9;
const limit = 20 * 1024 * 1024;
// Named kinds instead of "any picture": a phone then hands over a photo in a form that everyone can open.
const accept = "image/jpeg,image/png,image/webp,.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.wps,.et,.dps";

/** Photos and documents of a form: taken in at once, named when the form is sent. */
export function AttachmentField({ id, value = [], onChange, homeOf }: Props) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const [list, setList] = useState<UploadFile<Attachment | Problem>[]>([]);
  const told = useRef("");
  const ready = value.filter(isReady);
  const now = ready.map((file) => file.id).join();
  // Values from outside — kept words, a draft to go on with — are shown; those that this field told itself are there already.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when other files come in from outside
  useEffect(() => {
    if (now === told.current) return;
    told.current = now;
    setList(ready.map((file) => shown(file, homeOf)));
  }, [now]);
  const tell = (files: UploadFile<Attachment | Problem>[]) => {
    setList(files);
    const chosen = files.flatMap((file): Chosen[] =>
      file.status === "uploading" ? [{ id: "" }] : isAttachment(file.response) ? [file.response] : [],
    );
    told.current = chosen
      .filter(isReady)
      .map((file) => file.id)
      .join();
    onChange?.(chosen);
  };
  return (
    <Upload<Attachment | Problem>
      {...(id ? { id } : {})}
      action="/api/files"
      name="file"
      headers={{ "accept-language": language() }}
      accept={accept}
      listType="picture-card"
      multiple
      maxCount={most}
      fileList={list}
      beforeUpload={(file) => {
        if (file.size <= limit) return true;
        message.error(t("file.too_large", { limit: limit / 1024 / 1024 }));
        return Upload.LIST_IGNORE;
      }}
      onChange={({ file, fileList }) => {
        const refused = file.status === "error" && isProblem(file.response);
        if (file.status === "error")
          message.error(`${file.name}: ${isProblem(file.response) ? reasonOf(file.response) : t("web.offline")}`, 6);
        // What the server refused will be refused again; what the line dropped can be seen and chosen once more.
        tell(refused ? fileList.filter((one) => one.uid !== file.uid) : fileList);
      }}
      showUploadList={{ showDownloadIcon: false }}
    >
      {list.length < most ? (
        <button type="button" style={{ border: 0, background: "none", cursor: "pointer" }}>
          <PlusOutlined />
          <div style={{ marginTop: 6 }}>{t("web.attach")}</div>
        </button>
      ) : null}
    </Upload>
  );
}

const shown = (file: Attachment, homeOf: Props["homeOf"]): UploadFile<Attachment> => {
  const url = homeOf?.(file.id) ?? `/api/files/${file.id}`;
  const picture = file.width !== null ? { thumbUrl: `${url}?size=small` } : {};
  return { uid: file.id, name: file.name, status: "done", type: file.mediaType, response: file, url, ...picture };
};

const isReady = (one: Chosen): one is Attachment => one.id !== "";
const isProblem = (answer: Attachment | Problem | undefined): answer is Problem => answer !== undefined && "reasons" in answer;
const reasonOf = (problem: Problem): string => problem.errors?.[0]?.message ?? problem.detail;
const isAttachment = (answer: Attachment | Problem | undefined): answer is Attachment => answer !== undefined && "mediaType" in answer;

/** A rule for the form: it is not sent while a file is on its way. */
export const filesReady = (waiting: string) => ({
  validator: (_rule: unknown, value: readonly Chosen[] = []) =>
    value.every(isReady) ? Promise.resolve() : Promise.reject(new Error(waiting)),
});

/** What goes out: identifiers instead of descriptions. */
export function namingFiles<Typed extends object>(typed: Typed): Omit<Typed, "attachments"> & { attachments?: string[] } {
  const { attachments, ...rest } = typed as Typed & { attachments?: readonly Chosen[] };
  return attachments ? { ...rest, attachments: attachments.filter(isReady).map((file) => file.id) } : rest;
}
