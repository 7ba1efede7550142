using CsCheck;
using Lms.Domain.Competences;
using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Domain.Shared;
using Lms.Domain.Territories;
using Lms.Domain.Tests.Shared;

namespace Lms.Domain.Tests.Requirements;

public sealed class MembershipTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly string[] Roles = ["R1", "R2", "R3"];
    private static readonly string[] Places = ["O", "R", "A", "B", "C"];
    private static readonly string[] Codes = ["basics", "status"];

    private static readonly RequirementGround Ground = new(
        new TerritoryTree(
            [
                new("oblast", LocalText.Empty, false),
                new("raion", LocalText.Empty, false),
                new("community", LocalText.Empty, true),
            ],
            [
                Place("O", "oblast", null),
                Place("R", "raion", "O"),
                Place("A", "community", "R"),
                Place("B", "community", "R"),
                Place("C", "community", "O"),
            ]
        ),
        new CompetenceFramework(
            LocalText.Empty,
            [],
            new Dictionary<string, IReadOnlyDictionary<string, int>>
            {
                ["R1"] = new Dictionary<string, int> { ["x"] = 2, ["y"] = 1 },
                ["R2"] = new Dictionary<string, int> { ["x"] = 1, ["y"] = 1 },
                ["R3"] = new Dictionary<string, int> { ["y"] = 3 },
            }
        ),
        new Dictionary<string, IReadOnlyDictionary<string, int>>
        {
            ["lead"] = new Dictionary<string, int> { ["x"] = 2 },
            ["aware"] = new Dictionary<string, int> { ["x"] = 1, ["y"] = 1 },
        }
    );

    private static readonly Gen<DaySpan> Days = Gen.Select(
        Gen.Int[-40, 20],
        Gen.Int[0, 60],
        (from, length) => new DaySpan(Today.AddDays(from), Today.AddDays(from + length))
    );

    private static readonly Gen<PersonFacts> Person = Gen.Select(
        Gen.Int[1, 1_000_000],
        Any.Of("A", "B", "C"),
        Gen.Select(
            Any.Of("I1", "I2"),
            Any.Of(Roles),
            Days,
            (institution, role, days) => new HeldPost(institution, role, days)
        ).Array[0, 3],
        Gen.Select(
            Any.Of("A", "B", "C"),
            Days,
            (place, days) => new ServiceArea(new(place), days)
        ).Array[0, 2],
        Gen.Int[-20, 20],
        Gen.Select(Any.Of(Codes), Days, (code, days) => new HeldCertification(code, [days])).Array[
            0,
            2
        ],
        (id, community, posts, areas, hired, certifications) =>
            new PersonFacts
            {
                Person = new(new Guid(id, 0, 0, new byte[8])),
                Community = new(community),
                Posts = posts,
                Areas = areas,
                Hired = hired == 0 ? null : Today.AddDays(hired),
                Certifications = certifications,
            }
    );

    private static readonly Gen<Requirement> Rule = Gen.Select(
        Gen.Int[1, 1_000_000],
        Some(Roles),
        Any.Of<string?>(null, null, "lead", "aware", "none"),
        Some(Places),
        Some(["I1", "I2"]),
        Gen.Select(Gen.Int[-20, 20], Some(Codes), Some(Codes)),
        (id, roles, profile, places, institutions, rest) =>
            new Requirement
            {
                Id = new(new Guid(id, 1, 0, new byte[8])),
                What = new Demand.Certification("basics"),
                Who = new()
                {
                    StaffRoles = roles,
                    Profile = profile,
                    Territories = [.. places.Select(place => new TerritoryCode(place))],
                    Institutions = institutions,
                    HiredSince = rest.Item1 > 0 ? Today.AddDays(rest.Item1 - 10) : null,
                    Holds = rest.Item2,
                    Lacks = rest.Item3,
                },
            }
    );

    [Fact]
    public void The_people_of_a_rule_and_the_rules_of_a_person_are_the_same_pairs_that_brute_force_finds() =>
        Gen.Select(Person.Array[0, 12], Rule.Array[1, 6])
            .Sample(
                (people, rules) =>
                {
                    var memberships = new Memberships(rules, Ground);
                    var expected = (
                        from person in people
                        from rule in rules
                        where IsAsked(rule.Who, person)
                        select (rule.Id, person.Person)
                    ).Order(Pairs);

                    var ofRules = memberships
                        .Of(people, Today)
                        .SelectMany(group => group.Select(one => (group.Key, one.Person)));
                    var ofPeople = people.SelectMany(person =>
                        memberships.Of(person, Today).Select(one => (one.Requirement, one.Person))
                    );
                    Assert.Equal(expected, ofRules.Order(Pairs));
                    Assert.Equal(expected, ofPeople.Order(Pairs));
                },
                iter: 2000
            );

    [Fact]
    public void Every_kind_of_condition_is_answered_by_one_reason_that_is_true() =>
        Gen.Select(Person, Rule)
            .Sample(
                (person, rule) =>
                {
                    if (new Memberships([rule], Ground).Of(person, Today) is not [var membership])
                    {
                        return;
                    }

                    var who = rule.Who;
                    var kinds =
                        (
                            who.StaffRoles.Count + who.Institutions.Count > 0 || who.Profile != null
                                ? 1
                                : 0
                        )
                        + (who.Territories.Count > 0 ? 1 : 0)
                        + (who.HiredSince is null ? 0 : 1)
                        + who.Holds.Count
                        + who.Lacks.Count;
                    Assert.Equal(Math.Max(1, kinds), membership.Why.Count);
                    foreach (var reason in membership.Why.OfType<MembershipReason.HasPost>())
                    {
                        Assert.Contains(
                            person.Posts,
                            post =>
                                post.StaffRole == reason.StaffRole
                                && post.Institution == reason.Institution
                                && post.Days.Has(Today)
                        );
                    }
                },
                iter: 2000
            );

    [Fact]
    public void A_service_area_is_told_as_such()
    {
        var person = new PersonFacts
        {
            Person = default,
            Community = new("C"),
            Areas = [new(new("A"), new(Today, Today))],
        };
        var rule = new Requirement
        {
            Id = default,
            What = new Demand.Course("k1"),
            Who = new() { Territories = [new("R")] },
        };
        var memberships = new Memberships([rule], Ground);

        var why = Assert.Single(Assert.Single(memberships.Of(person, Today)).Why);
        Assert.Equal(new MembershipReason.InTerritory(new("A"), new("R"), true), why);
        Assert.Empty(memberships.Of(person, Today.AddDays(1)));
    }

    [Fact]
    public void A_due_date_is_fixed_or_reckoned_from_membership_or_hiring()
    {
        var since = Today;
        DaySpan[] leave = [new(Today.AddDays(3), Today.AddDays(12))];
        var hired = Today.AddDays(-5);

        Assert.Null(Of(null, hired));
        Assert.Equal(Today, Of(new DueRule.FixedDate(Today), hired));
        Assert.Equal(Today.AddDays(40), Of(new DueRule.DaysAfter(30, DueStart.Membership), hired));
        Assert.Equal(Today.AddDays(35), Of(new DueRule.DaysAfter(30, DueStart.Hired), hired));
        Assert.Equal(Today.AddDays(40), Of(new DueRule.DaysAfter(30, DueStart.Hired), null));

        DateOnly? Of(DueRule? due, DateOnly? day) =>
            DueDates.Of(
                new()
                {
                    Id = default,
                    Who = new(),
                    What = new Demand.Course("k1"),
                    Due = due,
                },
                since,
                day,
                leave
            );
    }

    [Theory]
    [InlineData(10, 0, 6, "")]
    [InlineData(0, 0, 8, "")]
    [InlineData(0, 0, 9, "TooShort")]
    [InlineData(1, 0, 9, "")]
    [InlineData(-1, -9, 1, "InThePast")]
    [InlineData(2, 3, 1, "BeforeMembership")]
    [InlineData(-2, -1, 1, "BeforeMembership InThePast")]
    public void An_impossible_due_date_is_pointed_out(
        int due,
        int since,
        int hours,
        string troubles
    ) =>
        Assert.Equal(
            troubles,
            string.Join(
                ' ',
                DueDates.Troubles(Today.AddDays(due), Today.AddDays(since), Today, hours)
            )
        );

    private static Comparer<(RequirementId Rule, PersonId Person)> Pairs { get; } =
        Comparer<(RequirementId Rule, PersonId Person)>.Create(
            (one, other) =>
                (one.Rule.Value, one.Person.Value).CompareTo((other.Rule.Value, other.Person.Value))
        );

    /// <summary>The words of the conditions read once more, without sets.</summary>
    private static bool IsAsked(Conditions who, PersonFacts person)
    {
        var isPostAsked =
            who.StaffRoles.Count > 0 || who.Profile is not null || who.Institutions.Count > 0;
        var hasPost = person.Posts.Any(post =>
            post.Days.From <= Today
            && Today <= post.Days.Until
            && (who.StaffRoles.Count == 0 || who.StaffRoles.Contains(post.StaffRole))
            && (who.Institutions.Count == 0 || who.Institutions.Contains(post.Institution))
            && (
                who.Profile switch
                {
                    null => true,
                    "lead" => post.StaffRole == "R1",
                    "aware" => post.StaffRole is "R1" or "R2",
                    _ => false,
                }
            )
        );
        var places = person
            .Areas.Where(area => area.Days.From <= Today && Today <= area.Days.Until)
            .Select(area => area.Community.Value)
            .Append(person.Community.Value);
        var isThere =
            who.Territories.Count == 0
            || places.Any(place =>
                who.Territories.Any(asked =>
                    asked.Value == place
                    || asked.Value == "O"
                    || (asked.Value == "R" && (place is "A" or "B"))
                )
            );
        return (!isPostAsked || hasPost)
            && isThere
            && (who.HiredSince is null || person.Hired >= who.HiredSince)
            && who.Holds.All(Has)
            && !who.Lacks.Any(Has);

        bool Has(string code) =>
            person.Certifications.Any(one =>
                one.Code == code && one.Days.Any(days => days.From <= Today && Today <= days.Until)
            );
    }

    private static Gen<string[]> Some(string[] words) =>
        Gen.Select(
            Gen.Bool.Array[words.Length],
            Gen.Bool,
            (has, any) => any ? words.Where((_, at) => has[at]).ToArray() : []
        );

    private static Lms.Domain.Territories.Territory Place(
        string code,
        string level,
        string? parent
    ) =>
        new()
        {
            Code = new(code),
            Level = level,
            Parent = parent is null ? null : new(parent),
            Name = LocalText.Empty,
        };
}
