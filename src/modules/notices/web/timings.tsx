import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { noticeKinds, timings } from "../terms.ts";
import type { Choices } from "./api.ts";

type Choice = Choices["choices"][number];

interface Props {
  readonly channels: Choices["channels"];
  readonly value?: Choices["choices"];
  readonly onChange?: (value: Choices["choices"]) => void;
}

/** For each way out of the house and each kind of notice: at once, daily, or never. */
export function Timings({ channels, value = [], onChange }: Props) {
  const { t } = useTranslation();
  const set = (changed: Choice) =>
    onChange?.(value.map((one) => (one.channel === changed.channel && one.kind === changed.kind ? changed : one)));
  return (
    <div className="stack">
      {channels.map((channel) => (
        <fieldset key={channel} className="notice-way">
          <legend>{t(`notices.channel.${channel}`)}</legend>
          {noticeKinds.map((kind) => (
            <div key={kind}>
              <span className="muted">{t(`notices.kind.${kind}`)}</span>
              <Select
                value={value.find((one) => one.channel === channel && one.kind === kind)?.timing ?? null}
                onChange={(timing) => set({ channel, kind, timing })}
                options={timings.map((timing) => ({ value: timing, label: t(`notices.timing.${timing}`) }))}
                aria-label={`${t(`notices.channel.${channel}`)} ${t(`notices.kind.${kind}`)}`}
                style={{ width: "100%" }}
              />
            </div>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
