import { PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Card, Input, Segmented, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import { usePages } from "../../../web/ui/cursor-list.ts";
import { ListBody } from "../../../web/ui/list-body.tsx";
import { useNarrowed } from "../../../web/ui/narrowed.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { sourceText } from "../../../web/ui/source.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { type Open, type Parts, templatesPath as path, TemplateForm, templatesAt, templatesKey } from "./template-form.tsx";
import { handling } from "./units.ts";

type Template = Schemas["ReplyTemplate"];

/** The templates of my units, those laid aside, and the standard ones to begin from. */
export function Page() {
  const { t } = useTranslation();
  const wide = useWide();
  const me = useMe();
  const [narrowed, narrow] = useNarrowed();
  const [open, setOpen] = useState<Open>();
  const retired = narrowed["retired"] === "true";
  const search = narrowed["search"];
  const query = { retired: retired ? ("true" as const) : ("false" as const), ...(search ? { search } : {}) };
  const list = usePages([...templatesKey, query], (cursor) =>
    call(api.GET(path, { params: { query: { ...query, limit: 30, ...(cursor ? { cursor } : {}) } } })),
  );
  const units = unitsOf(me);
  const first = units[0]?.id ?? "";
  return (
    <div className="page">
      <PageHead
        title={t("suggestion.template.title")}
        sub={t("suggestion.template.help")}
        actions={units.map(({ id, name }) => (
          <Button
            key={id}
            type="primary"
            icon={<PlusOutlined />}
            size={wide ? "middle" : "large"}
            data-add
            onClick={() => setOpen({ organisationId: id })}
          >
            {t("suggestion.template.add")}
            {units.length > 1 ? ` · ${name}` : ""}
          </Button>
        ))}
      />
      <div className="filters">
        <Input.Search
          allowClear
          key={search ?? ""}
          defaultValue={search ?? ""}
          placeholder={t("suggestion.template.search")}
          aria-label={t("suggestion.template.search")}
          onSearch={(typed) => narrow({ search: typed.trim() })}
          style={{ width: wide ? 300 : "100%" }}
        />
        <Segmented
          value={retired ? "true" : "false"}
          onChange={(next) => narrow({ retired: next === "true" ? "true" : undefined })}
          options={["false", "true"].map((value) => ({ value, label: t(`suggestion.template.retired.${value}`) }))}
        />
      </div>
      <ListBody list={list} empty={`suggestion.template.none.${retired}`}>
        {(items) => (
          <div className="stack">
            {items.map((one) => (
              <TemplateCard key={one.id} of={one} edit={() => setOpen({ organisationId: one.organisationId, before: one })} />
            ))}
          </div>
        )}
      </ListBody>
      {retired || search ? null : (
        <Standard
          items={list.first?.standard ?? []}
          source={list.first?.standardSource}
          take={(from) => setOpen({ organisationId: first, from })}
        />
      )}
      {open ? <TemplateForm {...open} close={() => setOpen(undefined)} /> : null}
    </div>
  );
}

/** The handling units of which I am an officer or leader. */
function unitsOf({ roles }: ReturnType<typeof useMe>): { id: string; name: string }[] {
  const mine = roles.filter((role) => (role.name === "officer" || role.name === "leader") && handling.includes(role.organisationKind));
  return [...new Map(mine.map(({ organisationId: id, organisationName: name }) => [id, { id, name }])).values()];
}

function TemplateCard({ of, edit }: { of: Template; edit: () => void }) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const retire = async () => {
    const { id, version, organisationName: _, ...typed } = of;
    await templatesAt.change(id, version, { ...typed, retired: !of.retired }).catch(() => message.error(t("web.failed")));
    await queries.invalidateQueries({ queryKey: templatesKey });
  };
  return (
    <Card
      size="small"
      title={<Heading of={of} />}
      extra={
        <div className="action-bar">
          <Button size="small" onClick={edit}>
            {t("suggestion.template.change")}
          </Button>
          <Button size="small" onClick={retire} data-retire>
            {t(of.retired ? "suggestion.template.bring_back" : "suggestion.template.retire")}
          </Button>
        </div>
      }
    >
      <PartsOf of={of} />
    </Card>
  );
}

function Heading({ of }: { of: Parts }) {
  const { t } = useTranslation();
  return (
    <>
      {of.title}{" "}
      <Tag>{of.resultClass ? t("suggestion.template.class", { class: of.resultClass }) : t("suggestion.template.any_class")}</Tag>
    </>
  );
}

function PartsOf({ of }: { of: Parts }) {
  const { t } = useTranslation();
  const rows = [
    ["opening", of.opening],
    ["closing", of.closing],
    ["phrases", of.phrases.join("\n")],
  ] as const;
  return (
    <dl className="facts">
      {rows.map(([name, text]) =>
        text ? (
          <div key={name} style={{ display: "contents" }}>
            <dt>{t(`suggestion.template.field.${name}`)}</dt>
            <dd className="prose">{text}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

interface StandardProps {
  readonly items: readonly Schemas["StandardTemplate"][];
  readonly source: string | undefined;
  readonly take: (from: Parts) => void;
}

function Standard({ items, source, take }: StandardProps) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <section style={{ marginTop: 24 }}>
      <h2 style={{ fontSize: 17, marginBottom: 4 }}>{t("suggestion.template.standard")}</h2>
      <p className="muted" style={{ marginTop: 0 }}>
        {t("suggestion.template.standard_help", { source: source ? sourceText(t, source) : "" })}
      </p>
      <div className="stack">
        {items.map((one) => (
          <Card
            key={one.code}
            size="small"
            title={<Heading of={one} />}
            extra={
              <Button size="small" onClick={() => take(one)}>
                {t("suggestion.template.copy")}
              </Button>
            }
          >
            <PartsOf of={one} />
          </Card>
        ))}
      </div>
    </section>
  );
}
