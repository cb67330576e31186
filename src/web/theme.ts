import type { ThemeConfig } from "antd";

/** The house's look: a sober red for what matters, calm greys for the rest, a text size that elders can read. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: "#a8201a",
    colorInfo: "#1f5fa8",
    colorLink: "#1f5fa8",
    colorSuccess: "#2c7a3f",
    colorWarning: "#9c5800",
    colorError: "#c4281c",
    colorPrimaryBg: "#fbefee",
    colorInfoBg: "#eef4fb",
    colorInfoBorder: "#b9d0ea",
    colorSuccessBg: "#edf7ef",
    colorSuccessBorder: "#b5dabd",
    colorWarningBg: "#fdf4e3",
    colorWarningBorder: "#ebcf9c",
    colorErrorBg: "#fdf0ef",
    colorErrorBorder: "#f0bcb8",
    colorTextPlaceholder: "#737373",
    colorTextDescription: "rgba(0, 0, 0, 0.6)",
    colorBgLayout: "#f4f5f7",
    borderRadius: 6,
    fontSize: 15,
    fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif',
  },
  components: {
    Layout: { headerBg: "#ffffff", siderBg: "#ffffff", headerHeight: 56, headerPadding: "0 20px" },
    Card: { headerFontSize: 16, bodyPadding: 20 },
    Descriptions: { labelColor: "rgba(0, 0, 0, 0.6)" },
    Menu: { itemHeight: 38, itemMarginBlock: 2, groupTitleFontSize: 13, subMenuItemBg: "#ffffff" },
    Table: { headerBg: "#fafafa", cellPaddingBlock: 12 },
    Timeline: { itemPaddingBottom: 18 },
  },
};
