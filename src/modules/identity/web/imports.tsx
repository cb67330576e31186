import { DownloadOutlined, InboxOutlined } from "@ant-design/icons";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Alert, Button, Card, Segmented, Select, Skeleton, Upload } from "antd";
import { useTranslation } from "react-i18next";
import { api, call, idempotencyKey, ProblemError } from "../../../web/api/client.ts";
import { language } from "../../../web/i18n.ts";
import { download } from "../../../web/ui/download.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { ImportPreview } from "./import-preview.tsx";
import type { Draft } from "./import-rows.tsx";

/** Sheets come in here: chosen, looked at, and only then carried out. Which preview is open stands in the address. */
export function Page() {
  const { t } = useTranslation();
  const found: { kind?: string; draft?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const go = (search: { kind?: string; draft?: string }) => void navigate({ to: ".", search: search as never });
  const draft = useQuery({
    queryKey: ["import-draft", found.draft],
    queryFn: () => call(api.GET("/api/import-drafts/{id}", { params: { path: { id: found.draft ?? "" } } })),
    enabled: found.draft !== undefined,
  });
  return (
    <div className="page">
      <PageHead title={t("identity.intake.title")} sub={t("identity.intake.help")} />
      {found.draft === undefined ? (
        <Choose kind={found.kind ?? "person"} choose={(kind) => go({ kind })} proposed={({ id }) => go({ draft: id })} />
      ) : draft.isPending ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : draft.data ? (
        <ImportPreview draft={draft.data} again={() => go({ kind: draft.data.kind })} />
      ) : (
        <ProblemPage error={draft.error} retry={() => go({})} />
      )}
    </div>
  );
}

interface Props {
  readonly kind: string;
  readonly choose: (kind: string) => void;
  readonly proposed: (draft: Draft) => void;
}

function Choose({ kind, choose, proposed }: Props) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const wide = useWide();
  const kinds = useQuery({ queryKey: ["import-kinds"], queryFn: () => call(api.GET("/api/import-kinds")), staleTime: 300_000 });
  const propose = useMutation({ mutationFn: (file: File) => call(send(kind, file)), onSuccess: proposed });
  const template = () => download(`/api/import-templates/${kind}`).catch(() => message.error(t("web.offline")));
  if (kinds.error) return <ProblemPage error={kinds.error} retry={() => kinds.refetch()} />;
  return (
    <div className="stack" style={{ maxWidth: 860 }}>
      <FileProblem error={propose.error} />
      <Card size="small" title={t("identity.intake.choose_kind")}>
        <Kinds
          of={kinds.data?.items ?? []}
          kind={kind}
          choose={(next) => {
            propose.reset();
            choose(next);
          }}
        />
        <p className="muted" style={{ margin: "12px 0" }}>
          {kinds.data?.items.find((one) => one.kind === kind)?.help}
        </p>
        <Button icon={<DownloadOutlined />} size={wide ? "middle" : "large"} onClick={template} data-template>
          {t("identity.intake.download_template")}
        </Button>
      </Card>
      <Upload.Dragger
        accept=".xlsx,.csv"
        maxCount={1}
        showUploadList={false}
        style={{ background: "#fff" }}
        disabled={propose.isPending}
        beforeUpload={(file) => {
          propose.mutate(file);
          return false;
        }}
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined />
        </p>
        <p className="ant-upload-text">{t(propose.isPending ? "identity.intake.reading" : "identity.intake.upload")}</p>
        <p className="ant-upload-hint">{t("identity.intake.upload_hint")}</p>
      </Upload.Dragger>
    </div>
  );
}

interface KindsProps {
  readonly of: readonly { readonly kind: string; readonly name: string }[];
  readonly kind: string;
  readonly choose: (kind: string) => void;
}

/** What a sheet is of; names are long, so that a phone has no room for them side by side. */
function Kinds({ of, kind, choose }: KindsProps) {
  const { t } = useTranslation();
  const options = of.map((one) => ({ value: one.kind, label: one.name }));
  if (useWide()) return <Segmented value={kind} onChange={choose} options={options} />;
  return (
    <Select
      size="large"
      value={of.length > 0 ? kind : null}
      onChange={choose}
      options={options}
      aria-label={t("identity.intake.choose_kind")}
      style={{ width: "100%" }}
    />
  );
}

/** A file is refused for what is in it: that is said, not that "a field is wrong". */
function FileProblem({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const said = error instanceof ProblemError ? error.problem.errors?.map((one) => one.message).join(t("problem.separator")) : undefined;
  return said ? <Alert type="error" showIcon role="alert" title={said} /> : <ProblemAlert error={error} />;
}

async function send(kind: string, file: File): Promise<{ data?: Draft; error?: unknown; response: Response }> {
  const body = new FormData();
  body.set("file", file);
  const headers = { "accept-language": language(), "idempotency-key": idempotencyKey() };
  const response = await fetch(`/api/import-drafts?kind=${encodeURIComponent(kind)}`, { method: "POST", body, headers });
  const answer = await response.json().catch(() => undefined);
  return response.ok ? { data: answer, response } : { error: answer, response };
}
