using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Demo;

/// <summary>
/// Fills a demonstration with invented people and two years of their learning, from a seed: the same
/// everywhere, reckoned back from today. Run again it adds those who are not there yet.
/// </summary>
public sealed class FillDemo(
    LmsDbContext db,
    LmsDatabase database,
    LmsSettings settings,
    OrganisationPack pack,
    PublishedCourses courses,
    SigningKey key,
    TimeProvider time
)
{
    public const int Seed = 2026;

    // In one write so many at a time, so that neither memory nor the log grows with the register.
    private const int AtOnce = 2_000;

    // From here on nobody looks at lessons and attempts one by one: completions are what is measured.
    private const int Large = 5_000;
    private const int CompletionsOfLarge = 10;

    /// <returns>How many were added.</returns>
    public async Task<int> RunAsync(
        int people,
        int seed = Seed,
        Action<int>? told = null,
        CancellationToken cancel = default
    )
    {
        var places = DemoPlaces.Of(pack, people, seed);
        var added = 0;
        if (people == 0 || places.All.Count == 0)
        {
            return added;
        }

        await db.WriteAsync(() => AddPlacesAsync(places, seed, cancel), cancel);
        for (var from = 0; from < people; from += AtOnce)
        {
            var numbers = await MissingAsync(seed, from, Math.Min(people, from + AtOnce), cancel);
            if (numbers.Count > 0)
            {
                await db.WriteAsync(
                    () => AddAsync(places, numbers, seed, people >= Large, cancel),
                    cancel
                );
                added += numbers.Count;
            }

            told?.Invoke(Math.Min(people, from + AtOnce));
        }

        if (added > 0)
        {
            await database.ReckonSizesAsync(cancel);
        }

        var published = await courses.AllAsync();
        await db.WriteAsync(
            () => new InventSessions(db, pack, published, seed, time.Now()).RunAsync(cancel),
            cancel
        );
        return added;
    }

    private async Task<IReadOnlyList<int>> MissingAsync(
        int seed,
        int from,
        int to,
        CancellationToken cancel
    )
    {
        var ids = Enumerable
            .Range(from, to - from)
            .ToDictionary(number => InventPerson.IdOf(seed, number));
        var asked = ids.Keys.ToList();
        var known = await db
            .People.Where(person => asked.Contains(person.Id))
            .Select(person => person.Id)
            .ToListAsync(cancel);
        known.ForEach(id => ids.Remove(id));
        return [.. ids.Values.Order()];
    }

    private async Task AddAsync(
        DemoPlaces places,
        IReadOnlyList<int> numbers,
        int seed,
        bool isLarge,
        CancellationToken cancel
    )
    {
        var now = time.Now();
        var years = await db.RegisterYears.ToListAsync(cancel);
        var last = await db
            .IssueLog.OrderByDescending(line => line.Position)
            .Select(line => line.Hash)
            .FirstOrDefaultAsync(cancel);
        var rows = new DemoRows();
        var person = new InventPerson(pack, places, seed, now, withAccounts: !isLarge);
        var learning = new InventLearning(
            pack,
            await courses.AllAsync(),
            new DemoRegister(pack, key, last, YearOf),
            seed,
            now,
            isLarge ? CompletionsOfLarge : 0
        );
        foreach (var number in numbers)
        {
            var (place, dice) = person.Add(rows, number);
            var isFirst = number < places.All.Count;
            learning.Add(rows, rows.People[^1].Id, number, place, isFirst, dice);
        }

        await db.SaveChangesAsync(cancel);
        await rows.WriteAsync(db, cancel);
        db.ChangeTracker.Clear();

        RegisterYear YearOf(int year)
        {
            if (years.Find(one => one.Year == year && one.IsDemo == settings.Demo) is not { } known)
            {
                known = new()
                {
                    Year = year,
                    IsDemo = settings.Demo,
                    LastSequence = 0,
                };
                years.Add(known);
                db.RegisterYears.Add(known);
            }

            return known;
        }
    }

    private async Task AddPlacesAsync(DemoPlaces places, int seed, CancellationToken cancel)
    {
        var known = (await db.Institutions.Select(one => one.Code).ToListAsync(cancel)).ToHashSet();
        await db.AddManyAsync(
            places
                .All.SelectMany(place => place.Institutions)
                .Where(one => !known.Contains(one.Code))
                .ToList(),
            cancel
        );
        if (await db.CommunityContacts.AnyAsync(cancel) || await db.Evacuations.AnyAsync(cancel))
        {
            return;
        }

        var now = time.Now();
        var today = pack.DayOf(now);
        var evacuations = new List<CommunityEvacuation>();
        var contacts = new List<CommunityContact>();
        for (var at = 0; at < places.All.Count; at++)
        {
            var (place, dice) = (places.All[at], Dice.For(seed, -1_000_000 - at));
            if (place.Story == PlaceStory.Evacuated)
            {
                evacuations.Add(
                    new()
                    {
                        Id = new(dice.Id(at)),
                        Community = place.Community,
                        From = today.AddDays(-dice.Between(60, 300)),
                        Reason = IsUkrainian
                            ? "Населення виїхало (вигадано)"
                            : "Its people have left (invented)",
                        RecordedAt = now,
                    }
                );
            }

            if (dice.Percent(75))
            {
                contacts.Add(Contact(place, at, today.AddDays(-dice.Between(3, 150)), now, dice));
            }
        }

        await db.AddManyAsync(evacuations, cancel);
        await db.AddManyAsync(contacts, cancel);
    }

    private CommunityContact Contact(
        DemoPlace place,
        int at,
        DateOnly verified,
        DateTimeOffset now,
        Dice dice
    ) =>
        new()
        {
            Id = new(dice.Id(at)),
            Community = place.Community,
            Name = IsUkrainian
                ? "Черговий соціальної служби (вигадано)"
                : "Duty officer of the social service (invented)",
            Number = FormattableString.Invariant($"+000 {dice.Below(10_000_000):0000000}"),
            VerifiedOn = verified,
            ReviewDue = verified.AddDays(90),
            RecordedAt = now,
        };

    private bool IsUkrainian => pack.Languages[0] == "uk";
}
