using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;

namespace Lms.Web.Features.Shared.Demo;

/// <summary>Invents one person: name, place, posts, absences; what they learnt is <see cref="InventLearning"/>'s.</summary>
internal sealed class InventPerson(
    OrganisationPack pack,
    DemoPlaces places,
    int seed,
    DateTimeOffset now,
    bool withAccounts
)
{
    private readonly DateOnly today = pack.DayOf(now);

    public static PersonId IdOf(int seed, int number) => new(Dice.For(seed, number).Id(number));

    /// <returns>The person's place and throws, for what comes after.</returns>
    public (DemoPlace Place, Dice Dice) Add(DemoRows rows, int number)
    {
        var dice = Dice.For(seed, number);
        var id = new PersonId(dice.Id(number));
        var place = places.For(number, dice);
        var hired = today.AddDays(-dice.Between(60, 3000));
        var person = new Person
        {
            Id = id,
            Name = DemoNames.Of(dice, pack.Languages[0]),
            Community = place.Community,
            CreatedAt = At(Later(hired, today.AddDays(-900)), dice),
        };
        rows.People.Add(person);
        AddPosts(rows, person, place, hired, number, dice);
        AddMoves(rows, person, place, number, dice);
        AddAbsences(rows, person, number, dice);
        if (withAccounts && number % 3 != 0)
        {
            AddAccount(rows, person, number, dice);
        }

        return (place, dice);
    }

    public static DateTimeOffset At(DateOnly day, Dice dice) =>
        new(day.ToDateTime(new TimeOnly(6 + dice.Below(10), dice.Below(60))), TimeSpan.Zero);

    private void AddPosts(
        DemoRows rows,
        Person person,
        DemoPlace place,
        DateOnly hired,
        int number,
        Dice dice
    )
    {
        // The first roles of the pack are those there are most of.
        var roles = pack.StaffRoles;
        if (roles.Count == 0)
        {
            return;
        }

        var role = roles[Math.Min(dice.Below(roles.Count), dice.Below(roles.Count))].Code;
        var institution = dice.One(place.Institutions).Code;
        if (dice.Percent(10) && hired < today.AddDays(-400))
        {
            var moved = today.AddDays(-dice.Between(30, 390));
            var other = dice.One(place.Institutions).Code;
            rows.Posts.Add(Post(person.Id, other, role, hired, moved.AddDays(-1)));
            rows.Posts.Add(Post(person.Id, institution, role, moved, null));
        }
        else
        {
            rows.Posts.Add(Post(person.Id, institution, role, hired, null));
        }

        if (dice.Percent(12))
        {
            rows.Posts.Add(
                Post(
                    person.Id,
                    dice.One(place.Institutions).Code,
                    dice.One(roles).Code,
                    Later(hired, today.AddDays(-dice.Between(20, 600))),
                    null
                )
            );
        }

        Post Post(PersonId who, string where, string job, DateOnly from, DateOnly? to) =>
            new()
            {
                Id = new(dice.Id(number)),
                PersonId = who,
                Institution = where,
                StaffRole = job,
                From = from,
                To = to,
            };
    }

    private void AddMoves(DemoRows rows, Person person, DemoPlace place, int number, Dice dice)
    {
        if (dice.Percent(4))
        {
            var from = dice.One(places.All).Community;
            var on = today.AddDays(-dice.Between(40, 500));
            if (from != person.Community)
            {
                rows.Moves.Add(
                    new()
                    {
                        Id = new(dice.Id(number)),
                        PersonId = person.Id,
                        From = from,
                        To = person.Community,
                        On = on,
                        RecordedAt = At(on, dice),
                    }
                );
            }
        }

        if (dice.Percent(5) && place.Parent is { } district)
        {
            rows.Areas.Add(
                new()
                {
                    Id = new(dice.Id(number)),
                    PersonId = person.Id,
                    Territory = district,
                    From = today.AddDays(-dice.Between(30, 700)),
                }
            );
        }
    }

    private void AddAbsences(DemoRows rows, Person person, int number, Dice dice)
    {
        if (!dice.Percent(12))
        {
            return;
        }

        var isNow = dice.Percent(60);
        var from = today.AddDays(-dice.Between(isNow ? 0 : 60, isNow ? 40 : 400));
        var until = isNow ? today.AddDays(dice.Between(3, 150)) : from.AddDays(dice.Between(5, 45));
        rows.Absences.Add(
            new()
            {
                Id = new(dice.Id(number)),
                PersonId = person.Id,
                From = from,
                Until = until,
                RecordedAt = At(from, dice),
            }
        );
    }

    // Invited, and has not set a password: nobody knows one.
    private void AddAccount(DemoRows rows, Person person, int number, Dice dice)
    {
        var email =
            seed == FillDemo.Seed
                ? FormattableString.Invariant($"person{number}@demo.example")
                : FormattableString.Invariant($"person{number}-{seed}@demo.example");
        var account = new Access.Account
        {
            Id = new(dice.Id(number)),
            PersonId = person.Id,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            SecurityStamp = dice.Id(number).ToString("N"),
            IsDemo = true,
        };
        rows.Accounts.Add(account);
        rows.Grants.Add(
            new Grant
            {
                Id = new(dice.Id(number)),
                AccountId = account.Id,
                Role = AccessRole.Specialist,
                From = pack.DayOf(person.CreatedAt),
            }
        );
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
