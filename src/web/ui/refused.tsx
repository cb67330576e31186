/** Why the last attempt was refused for a line. */
export function Refused({ reason }: { reason: string | undefined }) {
  return reason ? (
    <div role="alert" style={{ color: "#c4281c" }}>
      {reason}
    </div>
  ) : null;
}
