using Lms.Domain.Territories;

namespace Lms.Web.Features.Shared;

public static class OutreachWords
{
    public static string Of(this Texts texts, OutreachKind kind) =>
        texts[
            kind switch
            {
                OutreachKind.Lecture => "shared.outreach.lecture",
                OutreachKind.InformationStand => "shared.outreach.stand",
                OutreachKind.Flashmob => "shared.outreach.flashmob",
                OutreachKind.RoundTable => "shared.outreach.round-table",
                OutreachKind.MediaAppearance => "shared.outreach.media",
                OutreachKind.LeafletRound => "shared.outreach.leaflets",
                OutreachKind.SchoolLesson => "shared.outreach.school",
                OutreachKind.Other => "shared.outreach.other",
            }
        ];
}
