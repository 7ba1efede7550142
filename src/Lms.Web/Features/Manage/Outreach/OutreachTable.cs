using Lms.Domain.Territories;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Tables;

namespace Lms.Web.Features.Manage.Outreach;

internal static class OutreachTable
{
    public static ReportTable Of(Texts texts) =>
        new()
        {
            Name = "outreach",
            Title = texts["manage.outreach"],
            Columns =
            [
                new("on", texts["manage.outreach.on"], ColumnKind.Day),
                new("community", texts["manage.outreach.community"]),
                new("kind", texts["manage.outreach.kind"]),
                new("heads", texts["manage.outreach.heads"], ColumnKind.Whole),
                new("materials", texts["manage.outreach.materials"], ColumnKind.Whole),
                new("campaign", texts["manage.outreach.campaign"]),
                new("project", texts["manage.outreach.project"]),
            ],
        };

    public static ReportCell[] Row(OutreachEvent one, OrganisationPack pack, Texts texts) =>
        [
            one.On,
            texts.PlaceWords(pack, one.Community),
            texts.Of(one.Kind),
            one.Heads,
            one.Materials,
            pack
                .Campaigns.FirstOrDefault(campaign => campaign.Code == one.Campaign)
                ?.Texts.In(texts.Language)
                .Title,
            one.Project,
        ];
}
