using Lms.Domain.Coverage;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Covering;

namespace Lms.Web.Features.Manage.Coverage;

/// <summary>
/// Coverage as the viewer may see it: figures of the communities in scope, the names of the people in
/// scope, and of those who serve from elsewhere their number alone.
/// </summary>
public sealed class ReadCoverage(
    LmsDbContext db,
    CoverageReads reads,
    KeptBoards kept,
    CoveringPeople people,
    CurrentViewer current,
    PlaceOrder order,
    OrganisationPack pack
)
{
    /// <summary>Whether the viewer follows anything of what is chosen: foreign and unknown alike, no.</summary>
    public bool Follows(CoverageChoice choice) =>
        choice.Within is not { } code || current.Viewer.Follows(code, pack.Territories);

    /// <param name="isAnew">Read again, whatever was read a moment ago: for who reloads the page.</param>
    /// <param name="isWhole">People and contacts of every place: for a copy. A page shows some.</param>
    /// <returns>Null when the viewer follows nothing of what is chosen.</returns>
    public async Task<CoverageView?> RunAsync(
        CoverageChoice choice,
        CoverageRule rule,
        Texts texts,
        bool isAnew,
        bool isWhole,
        CancellationToken cancel
    )
    {
        if (!Follows(choice))
        {
            return null;
        }

        var board = await kept.ReadAsync(Asked(choice), rule, isAnew, cancel);
        // Someone beyond the scope cannot be thought away: the figure would tell where they serve.
        var away = await people.OfAsync(db, choice.Away, cancel);
        var coverage = board.Of(rule, away.Keys.ToHashSet());
        var report = away.Count == 0 ? board.On(rule, choice.Day) : coverage.On(choice.Day);
        var all = Rows(rule, board, report, texts);
        var view = new CoverageView(
            Sorted(
                choice.State is { } state ? all.FindAll(row => row.Answer.State == state) : all,
                choice
            ),
            Counts(all),
            report.People,
            RollUps(all, texts),
            [.. away.Select(one => new NamedCover(one.Key, one.Value, false, null))],
            Widers(Scope, texts)
        );
        view = isWhole ? view : view.OnPage(choice.Page);
        // The days ahead are worked out where someone looks at them.
        var shown = view.Shown.Select(row =>
            row with
            {
                Later = CoverageChoice
                    .Ahead.Select(days => coverage.On(row.At, choice.Today.AddDays(days)).State)
                    .ToList(),
            }
        );
        return view with { Shown = await WithPeopleAsync([.. shown], choice, texts, cancel) };
    }

    private IReadOnlyList<Territory> Scope => reads.Communities(current.Viewer);

    private IReadOnlyList<Territory> Asked(CoverageChoice choice)
    {
        if (choice.Within is not { } code)
        {
            return Scope;
        }

        var within = pack.Territories.CommunitiesWithin(code);
        return [.. Scope.Where(one => within.Contains(one.Code))];
    }

    private List<PlaceRow> Rows(
        CoverageRule rule,
        CoverageBoard board,
        CoverageReport report,
        Texts texts
    )
    {
        var rows = new List<PlaceRow>(report.Places.Count);
        foreach (var (at, place, name) in ByName(rule, board, texts))
        {
            rows.Add(new(at, name, place, report.Places[at]));
        }

        return rows;
    }

    // Each with its number on the board.
    private IEnumerable<(int At, NamedPlace Place, string Name)> ByName(
        CoverageRule rule,
        CoverageBoard board,
        Texts texts
    )
    {
        var places = order.In(texts);
        return rule.Unit switch
        {
            CoverageUnit.Community when reads.IsEverywhere(board.Communities) =>
                places.Communities.Select(one => (one.At, one.Place, one.Place.Name)),
            CoverageUnit.Community => board
                .Communities.Select((one, at) => (at, Place: places.Find(one.Code)))
                .OrderBy(one => one.Place.Rank)
                .Select(one => (one.at, one.Place, one.Place.Name)),
            CoverageUnit.Institution => board
                .Institutions.Select(
                    (one, at) => (at, places.Find(one.Territory), Name: one.Name.In(texts.Language))
                )
                .OrderBy(one => one.Name, Order(texts)),
        };
    }

    private async Task<IReadOnlyList<PlaceRow>> WithPeopleAsync(
        IReadOnlyList<PlaceRow> rows,
        CoverageChoice choice,
        Texts texts,
        CancellationToken cancel
    )
    {
        await using var held = await HeldConnection.OpenAsync(db, cancel);
        var behind = rows.SelectMany(row => row.Answer.People).Select(one => one.Person);
        var names = await people.OfAsync(db, [.. behind.Distinct()], cancel);
        var contacts = await people.ContactsAsync(
            db,
            [.. rows.Select(row => row.Community).Distinct()],
            choice.Today,
            cancel
        );
        var byName = Order(texts);
        return
        [
            .. rows.Select(row =>
                row with
                {
                    People =
                    [
                        .. row
                            .Answer.People.Where(one => names.ContainsKey(one.Person))
                            .Select(one => Named(one, names[one.Person]))
                            .OrderBy(one => one.Name, byName),
                    ],
                    OthersShared = row.Answer.People.Count(one => !names.ContainsKey(one.Person)),
                    Contact = contacts.GetValueOrDefault(row.Community),
                }
            ),
        ];
    }

    private static NamedCover Named(CoveringPerson one, string name) =>
        new(one.Person, name, one.IsShared, one.Until == DateOnly.MaxValue ? null : one.Until);

    private static List<PlaceRow> Sorted(List<PlaceRow> byName, CoverageChoice choice) =>
        choice.Sort switch
        {
            "state" => [.. byName.OrderBy(row => Urgency(row.Answer.State))],
            "falls" => [.. byName.OrderBy(row => row.Answer.FallsOn ?? DateOnly.MaxValue)],
            "count" => [.. byName.OrderBy(row => row.Answer.Count)],
            _ => byName,
        };

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

    private static StateCounts Counts(List<PlaceRow> rows)
    {
        var counts = new StateCounts();
        foreach (var row in rows)
        {
            counts.Add(row.Answer.State);
        }

        return counts;
    }

    // From the widest level down to the first that parts the view: what lies within each is a view of
    // its own. A territory with one community in scope would say it twice.
    private List<RollUp> RollUps(List<PlaceRow> rows, Texts texts)
    {
        var rolled = new List<RollUp>();
        foreach (var level in pack.Territories.Levels.Where(level => !level.IsCounted))
        {
            var own = Within(rows, level)
                .Where(some => some.Value.Counts.All > 1)
                .Select(some => (Place: order.In(texts).Find(some.Key.Code), some.Value))
                .OrderBy(some => some.Place.Rank)
                .Select(some => new RollUp(
                    some.Place.Code,
                    some.Place.Name,
                    level.Name.In(texts.Language),
                    some.Value.Counts,
                    some.Value.People.Count
                ))
                .ToList();
            rolled.AddRange(own);
            if (own.Count > 1)
            {
                break;
            }
        }

        return rolled;
    }

    private static Dictionary<Territory, (StateCounts Counts, HashSet<PersonId> People)> Within(
        List<PlaceRow> rows,
        TerritoryLevel level
    )
    {
        // The pack has each territory once.
        var within = new Dictionary<Territory, (StateCounts Counts, HashSet<PersonId> People)>(
            ReferenceEqualityComparer.Instance
        );
        foreach (var row in rows)
        {
            if (WithinOf(row.Place, level) is not { } territory)
            {
                continue;
            }

            if (!within.TryGetValue(territory, out var some))
            {
                within[territory] = some = (new(), []);
            }

            some.Counts.Add(row.Answer.State);
            for (var at = 0; at < row.Answer.Count; at++)
            {
                some.People.Add(row.Answer.People[at].Person);
            }
        }

        return within;
    }

    private static Territory? WithinOf(NamedPlace place, TerritoryLevel level)
    {
        foreach (var above in place.Above)
        {
            if (above.Level == level.Code)
            {
                return above;
            }
        }

        return null;
    }

    private IReadOnlyList<(TerritoryCode, string)> Widers(
        IReadOnlyList<Territory> scope,
        Texts texts
    ) =>
        reads.IsEverywhere(scope)
            ? order.In(texts).Wider
            : order.In(texts).WiderThan(scope.Select(one => one.Code));

    private static StringComparer Order(Texts texts) =>
        StringComparer.Create(texts.Culture, ignoreCase: true);
}
