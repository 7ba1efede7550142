using Lms.Domain.Coverage;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Covering;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Coverage;

/// <summary>
/// Coverage as the viewer may see it: figures of the communities in scope, the names of the people in
/// scope, and of those who serve from elsewhere their number alone.
/// </summary>
public sealed class ReadCoverage(
    LmsDbContext db,
    CoverageReads reads,
    CurrentViewer current,
    OrganisationPack pack
)
{
    public async Task<CoverageView> RunAsync(
        CoverageChoice choice,
        CoverageRule rule,
        Texts texts,
        CancellationToken cancel
    )
    {
        var scope = reads.Communities(current.Viewer);
        var within = choice.Within is { } code
            ? [.. scope.Where(one => pack.Territories.Within(code).Contains(one.Code))]
            : scope;
        var board = await reads.ReadAsync(within, cancel);
        // Someone beyond the scope cannot be thought away: the figure would tell where they serve.
        var away = await NamesAsync(choice.Away, cancel);
        IReadOnlyList<DateOnly> days =
        [
            choice.Day,
            .. CoverageChoice.Ahead.Select(ahead => choice.Today.AddDays(ahead)),
        ];
        var reports = board.On(rule, days, away.Keys.ToHashSet());
        var names = await NamesAsync(
            [
                .. reports[0]
                    .Places.SelectMany(place => place.People)
                    .Select(one => one.Person)
                    .Distinct(),
            ],
            cancel
        );
        var contacts = await ContactsAsync(choice.Today, cancel);
        var all = Rows(rule, board, reports, names, contacts, texts);
        return new(
            Sorted(
                [.. all.Where(row => choice.State is not { } state || row.Answer.State == state)],
                choice,
                texts
            ),
            all.CountBy(row => row.Answer.State).ToDictionary(),
            reports[0].People,
            RollUps(all, texts),
            [.. away.Select(one => new NamedCover(one.Key, one.Value, false, null))],
            Widers(scope, texts)
        );
    }

    private List<PlaceRow> Rows(
        CoverageRule rule,
        CoverageBoard board,
        IReadOnlyList<CoverageReport> reports,
        Dictionary<PersonId, string> names,
        ILookup<TerritoryCode, ContactRow> contacts,
        Texts texts
    )
    {
        var rows = new List<PlaceRow>();
        for (var at = 0; at < reports[0].Places.Count; at++)
        {
            var answer = reports[0].Places[at];
            var institution = rule.Unit switch
            {
                CoverageUnit.Community => null,
                CoverageUnit.Institution => board.Institutions[at],
            };
            var community = institution?.Territory ?? new TerritoryCode(answer.Place);
            rows.Add(
                new(
                    answer.Place,
                    institution?.Name.In(texts.Language) ?? texts.PlaceWords(pack, community),
                    community,
                    answer,
                    [.. reports.Skip(1).Select(report => report.Places[at].State)],
                    [
                        .. answer
                            .People.Where(one => names.ContainsKey(one.Person))
                            .Select(one => Named(one, names[one.Person]))
                            .OrderBy(one => one.Name, Order(texts)),
                    ],
                    answer.People.Count(one => !names.ContainsKey(one.Person)),
                    contacts[community].FirstOrDefault()
                )
            );
        }

        return rows;
    }

    private static NamedCover Named(CoveringPerson one, string name) =>
        new(one.Person, name, one.IsShared, one.Until == DateOnly.MaxValue ? null : one.Until);

    private List<PlaceRow> Sorted(List<PlaceRow> rows, CoverageChoice choice, Texts texts)
    {
        var byName = rows.OrderBy(row => row.Name, Order(texts));
        return choice.Sort switch
        {
            "state" => [.. byName.OrderBy(row => Urgency(row.Answer.State))],
            "falls" => [.. byName.OrderBy(row => row.Answer.FallsOn ?? DateOnly.MaxValue)],
            "count" => [.. byName.OrderBy(row => row.Answer.Count)],
            _ => [.. byName],
        };
    }

    private static int Urgency(CoverageState state) =>
        state switch
        {
            CoverageState.Uncovered => 0,
            CoverageState.Expiring => 1,
            CoverageState.OnePersonOnly => 2,
            CoverageState.Unknown => 3,
            CoverageState.Covered => 4,
            CoverageState.NotApplicable => 5,
        };

    // Level by level, from the widest; a territory with one community in scope would say it twice.
    private List<RollUp> RollUps(List<PlaceRow> rows, Texts texts) =>
        [
            .. pack
                .Territories.Levels.Where(level => !level.IsCounted)
                .SelectMany(level =>
                    pack.Territories.All.Where(one => one.Level == level.Code)
                        .Select(one => RollUp(one, level, rows, texts))
                        .OfType<RollUp>()
                        .OrderBy(one => one.Name, Order(texts))
                ),
        ];

    private RollUp? RollUp(
        Territory territory,
        TerritoryLevel level,
        List<PlaceRow> rows,
        Texts texts
    )
    {
        var within = pack.Territories.CommunitiesWithin(territory.Code);
        var own = rows.Where(row => within.Contains(row.Community)).ToList();
        return own.Count < 2
            ? null
            : new(
                territory.Code,
                texts.PlaceWords(pack, territory.Code),
                level.Name.In(texts.Language),
                own.CountBy(row => row.Answer.State).ToDictionary(),
                own.SelectMany(row => row.Answer.People)
                    .Select(one => one.Person)
                    .Distinct()
                    .Count()
            );
    }

    private List<(TerritoryCode, string)> Widers(IReadOnlyList<Territory> scope, Texts texts)
    {
        var codes = scope.Select(one => one.Code).ToHashSet();
        return
        [
            .. pack
                .Territories.All.Where(one => !pack.Territories.IsCommunity(one.Code))
                .Where(one =>
                    pack.Territories.CommunitiesWithin(one.Code).Count(codes.Contains) > 1
                )
                .Select(one => (one.Code, texts.PlaceWords(pack, one.Code)))
                .OrderBy(one => one.Item2, Order(texts)),
        ];
    }

    private async Task<Dictionary<PersonId, string>> NamesAsync(
        IReadOnlyList<PersonId> people,
        CancellationToken cancel
    ) =>
        people.Count == 0
            ? []
            : await db
                .People.Where(person => people.Contains(person.Id) && person.ErasedAt == null)
                .Select(person => new { person.Id, person.Name })
                .ToDictionaryAsync(person => person.Id, person => person.Name.Full, cancel);

    private async Task<ILookup<TerritoryCode, ContactRow>> ContactsAsync(
        DateOnly today,
        CancellationToken cancel
    ) =>
        (
            await db
                .CommunityContacts.Where(one => one.RemovedAt == null)
                .OrderByDescending(one => one.RecordedAt)
                .AsNoTracking()
                .ToListAsync(cancel)
        ).ToLookup(
            one => one.Community,
            one => new ContactRow(one.Name, one.Number, one.VerifiedOn, one.ReviewDue < today)
        );

    private static StringComparer Order(Texts texts) =>
        StringComparer.Create(texts.Culture, ignoreCase: true);
}
