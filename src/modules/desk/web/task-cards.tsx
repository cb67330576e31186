import { Link } from "@tanstack/react-router";
import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { Lamp } from "../../../web/ui/lamp.tsx";
import { keyOf, placeOf, type Selection, type Task } from "./api.ts";
import { What } from "./what.tsx";

interface Props {
  readonly tasks: readonly Task[];
  readonly selection: Selection | undefined;
}

/** Tasks on a phone. */
export function TaskCards({ tasks, selection }: Props) {
  const { t } = useTranslation();
  const { today } = useMe();
  const toggle = (key: string) => {
    const selected = selection?.selected ?? [];
    selection?.select(selected.includes(key) ? selected.filter((one) => one !== key) : [...selected, key]);
  };
  return (
    <div>
      {tasks.map((task) => (
        <div key={keyOf(task)} style={{ display: "flex", gap: 10, alignItems: "flex-start", marginBottom: 10 }}>
          {selection ? (
            <Checkbox
              aria-label={task.title}
              checked={selection.selected.includes(keyOf(task))}
              onChange={() => toggle(keyOf(task))}
              style={{ paddingTop: 16 }}
            />
          ) : null}
          <Link className="line-card" {...placeOf(task, !selection)} style={{ flex: 1, minWidth: 0 }}>
            <div style={{ display: "flex", justifyContent: "space-between", gap: 8 }}>
              <span>
                <What task={task} />
              </span>
              {task.dueOn ? <Lamp dueOn={task.dueOn} today={today} /> : null}
            </div>
            <div className="title">{task.title}</div>
            <div className="meta">
              <span>{t(`desk.subject.${task.subjectType}`)}</span>
              {task.label ? <span>{task.label}</span> : null}
              <span>{selection ? task.holder : task.from}</span>
              <span>{t("desk.since", { date: dateText(task.since) })}</span>
            </div>
          </Link>
        </div>
      ))}
    </div>
  );
}
