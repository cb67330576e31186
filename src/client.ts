import { activityPages } from "./modules/activities/web/index.tsx";
import { calendarPages } from "./modules/calendar/web/index.tsx";
import { campaignPages } from "./modules/campaigns/web/index.tsx";
import { deskPages } from "./modules/desk/web/index.tsx";
import { identityPages } from "./modules/identity/web/index.tsx";
import { interfacePages } from "./modules/interfaces/web/index.tsx";
import { NoticeBell, noticePages } from "./modules/notices/web/index.tsx";
import { opinionPages } from "./modules/opinions/web/index.tsx";
import { stationPages } from "./modules/stations/web/index.tsx";
import { statisticsPages } from "./modules/statistics/web/index.tsx";
import { suggestionPages } from "./modules/suggestions/web/index.tsx";
import { upkeepPages } from "./modules/upkeep/web/index.tsx";
import { voicePages, voicePanels } from "./modules/voices/web/index.tsx";
import { start } from "./web/start.tsx";

// The composition root of the client: the pages of all modules; the shell knows nothing else of them.
const root = document.getElementById("root");
if (root)
  void start(root, {
    pages: [
      ...deskPages,
      ...suggestionPages,
      ...opinionPages,
      ...voicePages,
      ...stationPages,
      ...activityPages,
      ...noticePages,
      ...statisticsPages,
      ...campaignPages,
      ...identityPages,
      ...calendarPages,
      ...interfacePages,
      ...upkeepPages,
    ],
    panels: [...voicePanels],
    widgets: [NoticeBell],
  });
