import { Alert, Typography } from "antd";

interface Props {
  readonly title: string;
  readonly secret: string;
  readonly close: () => void;
}

/** Something that is told now and never again: it stays until it is closed, and can be copied. */
export function ShownOnce({ title, secret, close }: Props) {
  return (
    <Alert
      type="warning"
      showIcon
      closable
      onClose={close}
      style={{ marginBottom: 16 }}
      title={title}
      description={
        <Typography.Text code copyable style={{ overflowWrap: "anywhere" }}>
          {secret}
        </Typography.Text>
      }
    />
  );
}
