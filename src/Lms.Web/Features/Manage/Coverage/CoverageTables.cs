using System.Globalization;
using Lms.Domain.Coverage;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Covering;
using Lms.Web.Features.Shared.Tables;

namespace Lms.Web.Features.Manage.Coverage;

/// <summary>Coverage as a file: without names for a council, with them for a reason.</summary>
internal static class CoverageTables
{
    public static ReportTable Of(
        CoverageChoice choice,
        CoverageRule rule,
        bool hasNames,
        Texts texts
    ) =>
        new()
        {
            Name = hasNames ? "coverage-names" : "coverage",
            Title = $"{texts["manage.coverage"]}: {rule.Name.In(texts.Language)}",
            NamesPeople = hasNames,
            Columns =
            [
                new("place", texts["manage.coverage.place"]),
                new("state", texts["manage.coverage.state"]),
                new("count", texts["manage.coverage.has"], ColumnKind.Whole),
                new("needed", texts["manage.coverage.needed"], ColumnKind.Whole),
                new("falls", texts["manage.coverage.falls"], ColumnKind.Day),
                .. CoverageChoice.Ahead.Select(days => new ReportColumn(
                    days.ToString(CultureInfo.InvariantCulture),
                    texts.Fill("manage.coverage.in-days", days)
                )),
                new("contact", texts["manage.coverage.contact"]),
                .. hasNames
                    ? [new ReportColumn("people", texts["manage.coverage.people"])]
                    : Array.Empty<ReportColumn>(),
            ],
            Notes =
            [
                texts.Fill("manage.coverage.as-of", texts.Day(choice.Day)),
                texts["manage.coverage.not-ready"],
            ],
        };

    public static async IAsyncEnumerable<ReportCell[]> Rows(
        CoverageView view,
        bool hasNames,
        Texts texts
    )
    {
        foreach (var row in view.Shown)
        {
            yield return
            [
                row.Name,
                texts.Of(row.Answer.State),
                row.Answer.Count,
                row.Answer.Needed,
                // Known: it never falls, or it has fallen already.
                row.Answer.FallsOn
                    is { } falls
                    ? falls
                    : new ReportCell("–"),
                .. row.Later.Select(state => (ReportCell)texts.Of(state)),
                ContactWords(row.Contact, texts),
                .. hasNames ? [PeopleWords(row, texts)] : Array.Empty<ReportCell>(),
            ];
        }

        await Task.CompletedTask;
    }

    private static string ContactWords(ContactRow? contact, Texts texts) =>
        contact is null ? texts["manage.coverage.contact.none"]
        : contact.IsOverdue
            ? $"{contact.Name}, {contact.Number} ({texts["manage.coverage.contact.overdue"]})"
        : $"{contact.Name}, {contact.Number}";

    private static string PeopleWords(PlaceRow row, Texts texts) =>
        string.Join(
            "; ",
            row.People.Select(one =>
                    one.IsShared ? $"{one.Name} ({texts["manage.coverage.shared"]})" : one.Name
                )
                .Concat(
                    row.OthersShared > 0
                        ? [texts.Count("manage.coverage.others", row.OthersShared)]
                        : []
                )
        );
}
