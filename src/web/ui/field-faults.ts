import type { FormInstance } from "antd";
import { ProblemError } from "../api/client.ts";

/** Puts the server's word on each wrong field beside that field; what was typed stays. */
export function setFieldFaults(form: FormInstance, error: unknown): void {
  if (!(error instanceof ProblemError)) return;
  const faults = (error.problem.errors ?? []).filter((fault) => fault.field !== "");
  form.setFields(faults.map((fault) => ({ name: pathOf(fault.field), errors: [fault.message] })));
  const [first] = faults;
  if (first) form.scrollToField(pathOf(first.field), { block: "center", focus: true });
}

/** `units.0.unitId` is the third part of a path into the form's values. */
const pathOf = (field: string): (string | number)[] => field.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part));
