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
    KeptBoards kept,
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
        var away = await NamesAsync(choice.Away, cancel);
        var coverage = board.Of(rule, away.Keys.ToHashSet());
        var report = away.Count == 0 ? board.On(rule, choice.Day) : coverage.On(choice.Day);
        var all = Rows(rule, board, report, texts);
        var view = new CoverageView(
            Sorted(
                choice.State is { } state ? all.FindAll(row => row.Answer.State == state) : all,
                choice,
                texts
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
        var places = order.In(texts);
        for (var at = 0; at < report.Places.Count; at++)
        {
            var answer = report.Places[at];
            var institution = rule.Unit switch
            {
                CoverageUnit.Community => null,
                CoverageUnit.Institution => board.Institutions[at],
            };
            var place = places.Find(institution?.Territory ?? new(answer.Place));
            rows.Add(new(at, institution?.Name.In(texts.Language) ?? place.Name, place, answer));
        }

        return rows;
    }

    private async Task<IReadOnlyList<PlaceRow>> WithPeopleAsync(
        IReadOnlyList<PlaceRow> rows,
        CoverageChoice choice,
        Texts texts,
        CancellationToken cancel
    )
    {
        var people = rows.SelectMany(row => row.Answer.People).Select(one => one.Person);
        var names = await NamesAsync([.. people.Distinct()], cancel);
        var contacts = await ContactsAsync(
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
                    Contact = contacts[row.Community].FirstOrDefault(),
                }
            ),
        ];
    }

    private static NamedCover Named(CoveringPerson one, string name) =>
        new(one.Person, name, one.IsShared, one.Until == DateOnly.MaxValue ? null : one.Until);

    private static List<PlaceRow> Sorted(List<PlaceRow> rows, CoverageChoice choice, Texts texts)
    {
        // A row is of its community, or of an institution in one: those are few.
        var byName = choice.Rule!.Unit switch
        {
            CoverageUnit.Community => rows.OrderBy(row => row.Place.Rank),
            CoverageUnit.Institution => rows.OrderBy(row => row.Name, Order(texts)),
        };
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
                .OrderBy(some => order.Of(texts, some.Key))
                .Select(some => new RollUp(
                    some.Key,
                    order.NameOf(texts, some.Key),
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

    private static Dictionary<TerritoryCode, (StateCounts Counts, HashSet<PersonId> People)> Within(
        List<PlaceRow> rows,
        TerritoryLevel level
    )
    {
        var within = new Dictionary<TerritoryCode, (StateCounts, HashSet<PersonId>)>();
        foreach (var row in rows)
        {
            if (WithinOf(row.Place, level) is not { } territory)
            {
                continue;
            }

            if (!within.TryGetValue(territory.Code, out var some))
            {
                within[territory.Code] = some = (new(), []);
            }

            var (counts, people) = some;
            counts.Add(row.Answer.State);
            foreach (var person in row.Answer.People)
            {
                people.Add(person.Person);
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
        IReadOnlyList<TerritoryCode> communities,
        DateOnly today,
        CancellationToken cancel
    ) =>
        (
            await db
                .CommunityContacts.Where(one =>
                    one.RemovedAt == null && communities.Contains(one.Community)
                )
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
