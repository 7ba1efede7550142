using System.Diagnostics;
using CsCheck;
using Lms.Domain.Coverage;
using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Domain.Shared;
using Lms.Domain.Tests.Shared;

namespace Lms.Domain.Tests.Coverage;

public sealed class CoverageTests
{
    private const int Days = 120;

    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly Gen<DaySpan> Span = Gen.Select(
        Gen.Int[-60, Days],
        Gen.Int[0, Days],
        Gen.Int[0, 5],
        (from, length, luck) =>
            new DaySpan(
                Today.AddDays(from),
                luck == 0 ? DateOnly.MaxValue : Today.AddDays(from + length)
            )
    );

    private static readonly Gen<string> Community = Any.Of("A", "B", "C");

    private static readonly Gen<CoveragePerson> Person = Gen.Select(
        Gen.Int[1, 1_000_000],
        Community,
        Gen.Select(Community, Span, (place, days) => new ServiceArea(new(place), days)).Array[0, 2],
        Gen.Select(
            Any.Of("A", "B"),
            Any.Of("R1", "R2"),
            Span,
            (place, role, days) => new HeldPost(place, role, days)
        ).Array[0, 3],
        Gen.Select(
            Any.Of<string?>(null, "basics", "status"),
            Gen.Int[0, 3],
            Gen.Int[0, 3],
            Span,
            (code, x, y, days) => new Proof(code, Levels(x, y), days)
        ).Array[0, 3],
        Span.Array[0, 2],
        (id, community, areas, posts, proofs, leave) =>
            new CoveragePerson
            {
                Person = new(new Guid(id, 0, 0, new byte[8])),
                Community = new(community),
                Areas = areas,
                Posts = posts,
                Proofs = proofs,
                Leave = leave,
            }
    );

    private static readonly Gen<CoverageRule> Rule = Gen.Select(
        Gen.Bool,
        Gen.Int[1, 2],
        Gen.Int[0, 2],
        Any.Of<string?>(null, "basics", "status"),
        Gen.Int[0, 4],
        Gen.Int[0, 3],
        (isCommunity, atLeast, per, code, levels, roles) =>
            new CoverageRule
            {
                Code = "any",
                Name = LocalText.Empty,
                Unit = isCommunity ? CoverageUnit.Community : CoverageUnit.Institution,
                AtLeast = atLeast,
                PerPopulation = per == 0 ? 10_000 : null,
                Certification = code,
                Levels = levels < 2 ? Levels(0, 0) : Levels(levels - 2, 1),
                StaffRoles = roles switch
                {
                    0 => ["R1"],
                    1 => ["R1", "R2"],
                    _ => [],
                },
                Ahead = 30,
            }
    );

    private static readonly IReadOnlyList<CoveragePlace> Places =
    [
        new("A", 9_000),
        new("B", 10_001),
        new("C"),
        new("D", 5)
        {
            Evacuations =
            [
                new(new(Today.AddDays(-40), Today.AddDays(-20)), "евакуйовано"),
                new(new(Today.AddDays(3), DateOnly.MaxValue), "евакуйовано"),
            ],
        },
    ];

    [Fact]
    public void Every_answer_on_every_day_is_that_of_brute_force() =>
        Gen.Select(Rule, Person.Array[0, 8], Gen.Int[0, 8])
            .Sample(
                (rule, all, away) =>
                {
                    var people = all.DistinctBy(person => person.Person).ToList();
                    var gone = people.Take(away / 4).Select(person => person.Person).ToHashSet();
                    var here = people.Where(person => !gone.Contains(person.Person)).ToList();
                    var coverage = new CoverageOf(rule, new(Places), people, gone);
                    foreach (var ahead in new[] { -20, 0, 1, 30, 90, 180 })
                    {
                        var day = Today.AddDays(ahead);
                        var report = coverage.On(day);
                        foreach (var (at, place) in Places.Index())
                        {
                            AssertSame(rule, place, here, day, report.Places[at]);
                            AssertSame(rule, place, here, day, coverage.On(at, day));
                        }

                        var met = here.Where(person =>
                            Places.Any(place =>
                                !place.Evacuations.Any(gone => gone.Days.Has(day))
                                && Counts(rule, place, person, day)
                            )
                        );
                        Assert.Equal(met.Count(), report.People);
                    }
                },
                iter: 400
            );

    [Fact]
    public void A_shared_person_counts_in_each_community_and_once_in_all()
    {
        var person = Certified(1, "A") with
        {
            Areas = [new(new("B"), new(Today, DateOnly.MaxValue))],
        };

        var report = new CoverageOf(Basics, new(Places), [person]).On(Today);

        Assert.Equal(CoverageState.OnePersonOnly, report.Places[0].State);
        Assert.False(Assert.Single(report.Places[0].People).IsShared);
        Assert.True(Assert.Single(report.Places[1].People).IsShared);
        Assert.Equal(1, report.People);
    }

    [Fact]
    public void A_place_that_was_evacuated_is_not_asked_and_says_why()
    {
        var coverage = new CoverageOf(Basics, new(Places), []);

        Assert.Equal(CoverageState.Uncovered, coverage.On(Today).Places[3].State);
        var later = coverage.On(Today.AddDays(3)).Places[3];
        Assert.Equal((CoverageState.NotApplicable, "евакуйовано"), (later.State, later.Reason));
        Assert.Equal(0, later.Missing);
    }

    [Fact]
    public void By_population_an_unknown_one_is_unknown_and_a_known_one_is_rounded_up()
    {
        var rule = Basics with { PerPopulation = 10_000 };
        var report = new CoverageOf(rule, new(Places), [Certified(1, "B")]).On(Today);

        Assert.Equal(CoverageState.Unknown, report.Places[2].State);
        Assert.Null(report.Places[2].Needed);
        Assert.Equal(
            (1, 2, 1),
            (report.Places[0].Needed, report.Places[1].Needed, report.Places[3].Needed)
        );
        Assert.Equal(
            (CoverageState.Uncovered, 1),
            (report.Places[1].State, report.Places[1].Missing)
        );
    }

    [Fact]
    public void A_fall_in_sight_is_expiring_and_names_the_day()
    {
        var person = Certified(1, "A") with
        {
            Proofs = [new("basics", Levels(0, 0), new(Today, Today.AddDays(40)))],
        };
        var coverage = new CoverageOf(Basics, new(Places), [person]);

        var far = coverage.On(Today).Places[0];
        Assert.Equal((CoverageState.OnePersonOnly, Today.AddDays(41)), (far.State, far.FallsOn));
        Assert.Equal(CoverageState.Expiring, coverage.On(Today.AddDays(11)).Places[0].State);
        Assert.Equal(CoverageState.Uncovered, coverage.On(Today.AddDays(41)).Places[0].State);
    }

    [Fact]
    public void The_country_takes_about_a_second()
    {
        var places = Enumerable
            .Range(0, 1_469)
            .Select(at => new CoveragePlace($"UA{at:0000}", 10_000 + at))
            .ToList();
        var people = Enumerable
            .Range(0, 100_000)
            .Select(at =>
                Certified(at + 1, $"UA{at * 7 % 1_469:0000}") with
                {
                    Posts = [new("I", at % 3 == 0 ? "R2" : "R1", new(Today, DateOnly.MaxValue))],
                    Leave = at % 20 == 0 ? [new(Today.AddDays(5), Today.AddDays(50))] : [],
                    Areas =
                        at % 50 == 0
                            ? [new(new($"UA{at % 1_469:0000}"), new(Today, Today.AddDays(99)))]
                            : [],
                }
            )
            .ToList();
        var rule = Basics with { StaffRoles = ["R1"] };
        _ = new CoverageOf(rule, new(places), people.Take(1000)).On(Today);

        var watch = Stopwatch.StartNew();
        var coverage = new CoverageOf(rule, new(places), people);
        var reports = new[] { 0, 30, 90, 180 }.Select(days => coverage.On(Today.AddDays(days)));
        Assert.All(reports, report => Assert.Equal(1_469, report.Places.Count));
        watch.Stop();

        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.ElapsedMilliseconds} ms");
        // Four dates; wide, since other work may share the machine.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(4), $"{watch.Elapsed}");
    }

    private static CoverageRule Basics { get; } =
        new()
        {
            Code = "basics",
            Name = LocalText.Empty,
            AtLeast = 1,
            Certification = "basics",
            Ahead = 30,
        };

    private static CoveragePerson Certified(int id, string community) =>
        new()
        {
            Person = new(new Guid(id, 0, 0, new byte[8])),
            Community = new(community),
            Proofs =
            [
                new(
                    "basics",
                    Levels(1, 0),
                    new(Today.AddDays(-(id % 300)), Today.AddDays(700 - id % 600))
                ),
            ],
        };

    private static void AssertSame(
        CoverageRule rule,
        CoveragePlace place,
        List<CoveragePerson> people,
        DateOnly day,
        CoverageAnswer answer
    )
    {
        if (place.Evacuations.Any(gone => gone.Days.Has(day)))
        {
            Assert.Equal(CoverageState.NotApplicable, answer.State);
            return;
        }

        var counting = people.Where(person => Counts(rule, place, person, day)).ToList();
        Assert.Equal(
            counting.Select(person => person.Person.Value).Order(),
            answer.People.Select(person => person.Person.Value).Order()
        );
        Assert.All(
            answer.People,
            person =>
            {
                var facts = people.Single(one => one.Person == person.Person);
                var isOwn =
                    rule.Unit == CoverageUnit.Institution || facts.Community.Value == place.Code;
                Assert.Equal(!isOwn, person.IsShared);
                Assert.True(Counts(rule, place, facts, person.Until));
                Assert.True(
                    person.Until == DateOnly.MaxValue
                        || !Counts(rule, place, facts, person.Until.AddDays(1))
                );
            }
        );
        if (rule.PerPopulation is not null && place.Population is null)
        {
            Assert.Equal(CoverageState.Unknown, answer.State);
            return;
        }

        var needed = rule.PerPopulation is null
            ? rule.AtLeast
            : Math.Max(1, (int)Math.Ceiling(rule.AtLeast * place.Population!.Value / 10_000m));
        Assert.Equal(needed, answer.Needed);
        var falls = Enumerable
            .Range(1, 3 * Days)
            .Select(day.AddDays)
            .Where(later => people.Count(one => Counts(rule, place, one, later)) < needed)
            .Select(later => (DateOnly?)later)
            .FirstOrDefault();
        var state =
            counting.Count < needed ? CoverageState.Uncovered
            : falls is { } fall && fall.DayNumber - day.DayNumber <= rule.Ahead
                ? CoverageState.Expiring
            : counting.Count == 1 ? CoverageState.OnePersonOnly
            : CoverageState.Covered;
        Assert.Equal(state, answer.State);
        Assert.Equal(counting.Count < needed ? null : falls, answer.FallsOn);
    }

    /// <summary>The words of a rule read once more, for one person on one day.</summary>
    private static bool Counts(
        CoverageRule rule,
        CoveragePlace place,
        CoveragePerson person,
        DateOnly day
    )
    {
        var proofs = person.Proofs.Where(proof => proof.Days.Has(day)).ToList();
        var posts = person.Posts.Where(post =>
            post.Days.Has(day)
            && (rule.StaffRoles.Count == 0 || rule.StaffRoles.Contains(post.StaffRole))
        );
        var isProven =
            rule.Certification is { } code ? proofs.Exists(proof => proof.Certification == code)
            : rule.Levels.Count == 0 ? proofs.Exists(proof => proof.Certification is not null)
            : true;
        var hasLevels = rule.Levels.All(asked =>
            proofs.Exists(proof => proof.Levels.GetValueOrDefault(asked.Key) >= asked.Value)
        );
        var isThere =
            rule.Unit == CoverageUnit.Institution
                ? posts.Any(post => post.Institution == place.Code)
                : (rule.StaffRoles.Count == 0 || posts.Any())
                    && (
                        person.Community.Value == place.Code
                        || person.Areas.Any(area =>
                            area.Community.Value == place.Code && area.Days.Has(day)
                        )
                    );
        return isProven && hasLevels && isThere && !person.Leave.Any(leave => leave.Has(day));
    }

    private static Dictionary<string, int> Levels(int x, int y) =>
        new Dictionary<string, int> { ["x"] = x, ["y"] = y }
            .Where(level => level.Value > 0)
            .ToDictionary();
}
