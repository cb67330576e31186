/** Where people read more about what a feed or a message tells (decision 21: short addresses). */
export interface Links {
  readonly home: string;
  station(code: string): string;
  voice(id: string): string;
  suggestion(id: string): string;
  opinion(id: string): string;
}

export const linksUnder = (publicUrl: string): Links => ({
  home: `${publicUrl}/portal`,
  station: (code) => `${publicUrl}/s/${code}`,
  voice: (id) => `${publicUrl}/open311/v2/requests/${id}.json`,
  suggestion: (id) => `${publicUrl}/portal/cases/suggestions/${id}`,
  opinion: (id) => `${publicUrl}/portal/cases/opinions/${id}`,
});
