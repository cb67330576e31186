import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { type DateISO, shift } from "../../../platform/clock/instant.ts";
import { dateText, timeText } from "../../../web/ui/dates.ts";
import { sentenceKey } from "../told.ts";
import type { Notice } from "./api.ts";
import { byDay } from "./by-day.ts";

interface Props {
  readonly notices: readonly Notice[];
  readonly today: string;
  readonly open: (notice: Notice) => void;
}

/** Notices under the days on which they came. */
export function Days({ notices, today, open }: Props) {
  const { t } = useTranslation();
  const yesterday = shift(today as DateISO, -1);
  const name = (day: string) => (day === today ? t("notices.today") : day === yesterday ? t("notices.yesterday") : dateText(day));
  return (
    <div>
      {byDay(notices).map(({ day, things }) => (
        <section key={day} aria-label={name(day)}>
          <h2 className="notice-day">{name(day)}</h2>
          <ul className="notice-list">
            {things.map((notice) => (
              <li key={notice.id}>
                <One notice={notice} open={open} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const colours = { act: "red", remind: "orange", know: "default" } as const;

function One({ notice, open }: { notice: Notice; open: (notice: Notice) => void }) {
  const { t } = useTranslation();
  const fresh = notice.readAt === null;
  const gone = notice.title === null;
  return (
    <button type="button" className={fresh ? "notice notice-new" : "notice"} onClick={() => open(notice)} disabled={gone && !fresh}>
      {fresh ? <span className="dot" role="img" aria-label={t("notices.new")} /> : <span className="dot" />}
      <span className="said">{t(sentenceKey(notice.type, notice.kind))}</span>
      <span className="muted">{timeText(notice.at)}</span>
      <span className="under">
        {notice.kind === "know" ? null : <Tag color={colours[notice.kind]}>{t(`notices.kind.${notice.kind}`)}</Tag>}
        <span>
          {t(`notices.subject.${notice.subjectType}`)} {notice.label}
        </span>
        <span>{gone ? t("notices.gone") : notice.title}</span>
      </span>
    </button>
  );
}
