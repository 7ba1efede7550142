using Lms.Domain.Coverage;
using Lms.Domain.Reports;
using Lms.Domain.Shared;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Certifying;
using Lms.Web.Features.Shared.Covering;
using Lms.Web.Features.Shared.Tables;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Audits;

public sealed record AuditView(
    IReadOnlyList<(ReportTable Table, IReadOnlyList<ReportCell[]> Rows)> Tables,
    IReadOnlyList<string> Coverage
);

/// <summary>
/// What a donor, a ministry or a council may read: counts of a quarter that is over, by territory.
/// Quarters do not overlap and territories nest, so that there is nothing to take away from each other.
/// </summary>
public sealed class AuditFigures(
    LmsDatabase database,
    CertificationReads certifications,
    CoverageReads coverage,
    PublishedCourses courses,
    OrganisationPack pack
)
{
    public async Task<AuditView> RunAsync(
        IReadOnlyList<TerritoryCode> communities,
        Quarter quarter,
        Texts texts,
        CancellationToken cancel
    )
    {
        var tree = new AuditTree(pack, communities);
        await using var db = database.Open(Viewer.Following("an auditor's figures", communities));
        return new(
            [
                await CertifiedAsync(db, tree, communities, quarter, texts, cancel),
                await CompletedAsync(db, tree, communities, quarter, texts, cancel),
            ],
            await CoverageAsync(tree, communities, quarter, texts, cancel)
        );
    }

    private async Task<(ReportTable, IReadOnlyList<ReportCell[]>)> CertifiedAsync(
        LmsDbContext db,
        AuditTree tree,
        IReadOnlyList<TerritoryCode> communities,
        Quarter quarter,
        Texts texts,
        CancellationToken cancel
    )
    {
        var people = await PeopleOf(db, communities)
            .Select(person => new { person.Id, person.Community })
            .ToListAsync(cancel);
        var book = await certifications.ReadAsync(db, withSteps: false, cancel: cancel);
        var columns = pack.Certifications.Select(one =>
            (
                one.Code,
                one.Rules.Name.In(texts.Language),
                Counts: (IReadOnlyDictionary<TerritoryCode, int>)
                    people
                        .Where(person =>
                            DaySpans.Have(book.HeldDays(person.Id, one.Code), quarter.Until)
                        )
                        .CountBy(person => person.Community)
                        .ToDictionary()
            )
        );
        return Table(tree, "audit-certified", texts["audits.certified"], [.. columns], texts);
    }

    private async Task<(ReportTable, IReadOnlyList<ReportCell[]>)> CompletedAsync(
        LmsDbContext db,
        AuditTree tree,
        IReadOnlyList<TerritoryCode> communities,
        Quarter quarter,
        Texts texts,
        CancellationToken cancel
    )
    {
        var (from, before) = (pack.StartOf(quarter.From), pack.StartOf(quarter.Until.AddDays(1)));
        var done = (
            await PeopleOf(db, communities)
                .Join(
                    db.Completions.Where(one =>
                        one.CompletedAt >= from && one.CompletedAt < before
                    ),
                    person => person.Id,
                    one => one.PersonId,
                    (person, one) =>
                        new
                        {
                            one.CourseId,
                            person.Id,
                            person.Community,
                        }
                )
                .Distinct()
                .ToListAsync(cancel)
        ).ToLookup(one => one.CourseId);
        var columns = (await courses.AllAsync())
            .Where(course => !course.Manifest.IsPrivate)
            .Select(course =>
                (
                    course.Slug,
                    course.Coded(course.In(texts.Language).Title),
                    Counts: (IReadOnlyDictionary<TerritoryCode, int>)
                        done[course.Id].CountBy(one => one.Community).ToDictionary()
                )
            );
        return Table(tree, "audit-completed", texts["audits.completed"], [.. columns], texts);
    }

    private (ReportTable, IReadOnlyList<ReportCell[]>) Table(
        AuditTree tree,
        string name,
        string title,
        List<(string Key, string Words, IReadOnlyDictionary<TerritoryCode, int> Counts)> columns,
        Texts texts
    )
    {
        var told = columns
            .Select(column => tree.Column(column.Counts, texts["audits.withheld"]))
            .ToList();
        var table = new ReportTable
        {
            Name = name,
            Title = title,
            Columns =
            [
                new("territory", texts["audits.territory"]) { IsSortable = false },
                .. columns.Select(column => new ReportColumn(
                    column.Key,
                    column.Words,
                    ColumnKind.Whole
                )
                {
                    IsSortable = false,
                }),
            ],
            Notes = [texts.Fill("audits.means", SmallCells.Least)],
        };
        return (
            table,
            [
                .. tree.Rows.Select(
                    (row, at) =>
                        (ReportCell[])
                            [texts.PlaceWords(pack, row.Code), .. told.Select(column => column[at])]
                ),
            ]
        );
    }

    // In words alone: the number of communities that cannot respond is a map for the wrong reader.
    private async Task<IReadOnlyList<string>> CoverageAsync(
        AuditTree tree,
        IReadOnlyList<TerritoryCode> communities,
        Quarter quarter,
        Texts texts,
        CancellationToken cancel
    )
    {
        var board = await coverage.ReadAsync(
            [.. communities.Select(pack.Territories.Find).OfType<Territory>()],
            cancel: cancel
        );
        var roots = tree.Rows.Where(row => row.Whole is null).Select(row => row.Code).ToList();
        return
        [
            .. from rule in pack.CoverageRules
            where rule.Unit == CoverageUnit.Community
            let report = board.On(rule, quarter.Until)
            from root in roots
            select texts.Fill(
                "audits.coverage.of",
                rule.Name.In(texts.Language),
                texts.PlaceWords(pack, root),
                ShareWords(
                    [
                        .. report
                            .Places.Where(place => tree.Within(root).Contains(new(place.Place)))
                            .Select(place => place.State),
                    ],
                    texts
                )
            ),
        ];
    }

    private static string ShareWords(List<CoverageState> states, Texts texts)
    {
        var counted = states
            .Where(state => state is not (CoverageState.NotApplicable or CoverageState.Unknown))
            .ToList();
        if (counted.Count < SmallCells.Least)
        {
            return texts["audits.coverage.too-few"];
        }

        var share =
            (double)counted.Count(state => state != CoverageState.Uncovered) / counted.Count;
        return texts[
            share switch
            {
                >= 0.9 => "audits.coverage.almost-all",
                >= 0.6 => "audits.coverage.most",
                >= 0.4 => "audits.coverage.half",
                >= 0.1 => "audits.coverage.fewer",
                _ => "audits.coverage.few",
            }
        ];
    }

    private static IQueryable<Domain.People.Person> PeopleOf(
        LmsDbContext db,
        IReadOnlyList<TerritoryCode> communities
    ) =>
        db.People.Where(person =>
            communities.Contains(person.Community)
            && person.MergedInto == null
            && person.ErasedAt == null
        );
}
