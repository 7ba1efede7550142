using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Meeting;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Shared.Meeting;

/// <summary>Sessions and the people around them, as tests speak of them.</summary>
public static class Meetings
{
    public static readonly TerritoryCode Romny = new(Inviter.Romny);

    public static SessionPlan Plan(DateTimeOffset? startsAt, int? capacity = null) =>
        new()
        {
            Title = "Ознаки торгівлі людьми",
            Language = "uk",
            StartsAt = startsAt,
            Minutes = 90,
            Capacity = capacity,
            Percent = 80,
            Form = SessionForm.Mixed,
            Place = "Ромни, вул. Вигадана, 1",
        };

    public static async Task<Actor> TrainerAsync(this LmsHost host)
    {
        await using var db = host.Look();
        var account = await db.Accounts.SingleAsync(one => one.Email == "trainer@demo.example");
        return new(account.Id, account.PersonId!.Value);
    }

    public static async Task<PersonId> PersonAsync(this LmsHost host, string name)
    {
        await using var db = host.Look();
        return await db
            .Accounts.Where(one => one.Email == $"{name}@demo.example")
            .Select(one => one.PersonId!.Value)
            .SingleAsync();
    }

    public static async Task<LiveSessionId> PlanAsync(
        this LmsHost host,
        SessionPlan plan,
        Repetition? repetition = null
    ) =>
        await host
            .Services.GetRequiredService<PlanSession>()
            .RunAsync(
                plan,
                repetition ?? Repetition.Once,
                new(Guid.CreateVersion7()),
                await host.TrainerAsync()
            );

    public static async Task<LiveSession> SessionAsync(this LmsHost host, LiveSessionId id)
    {
        await using var db = host.Look();
        return await db.LiveSessions.AsNoTracking().SingleAsync(one => one.Id == id);
    }

    public static async Task<IReadOnlyList<SessionSeat>> SeatsAsync(
        this LmsHost host,
        LiveSessionId id
    )
    {
        await using var db = host.Look();
        return await db
            .SessionSeats.AsNoTracking()
            .Where(seat => seat.SessionId == id)
            .OrderBy(seat => seat.Position)
            .ToListAsync();
    }

    /// <summary>Invented people with a login each.</summary>
    public static async Task<IReadOnlyList<PersonId>> PeopleAsync(this LmsHost host, int count)
    {
        await using var db = host.Look();
        var people = new List<PersonId>();
        for (var number = 0; number < count; number++)
        {
            var person = new Person
            {
                Id = new(Guid.CreateVersion7()),
                Name = new PersonName($"Зразок{number}", "Особа", ""),
                Community = Romny,
                CreatedAt = host.Clock.GetUtcNow(),
            };
            var login = $"seat{number}@people.example";
            db.People.Add(person);
            db.Accounts.Add(
                new Account
                {
                    Id = new(Guid.CreateVersion7()),
                    PersonId = person.Id,
                    Email = login,
                    UserName = login,
                    NormalizedEmail = login.ToUpperInvariant(),
                    NormalizedUserName = login.ToUpperInvariant(),
                    SecurityStamp = "x",
                }
            );
            people.Add(person.Id);
        }

        await db.SaveChangesAsync();
        return people;
    }

    /// <summary>Letters to a person since the test last looked, oldest first.</summary>
    public static async Task<IReadOnlyList<Lms.Web.Mail.OutgoingMail>> LettersAsync(
        this LmsHost host,
        string to
    )
    {
        await using var db = host.Look();
        return await db
            .OutgoingMail.AsNoTracking()
            .Where(mail => mail.To == to && mail.Event.StartsWith("session:"))
            .OrderBy(mail => mail.Id)
            .ToListAsync();
    }
}

internal static class SeatForms
{
    /// <summary>Presses a button of the row of a person.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient client,
        string address,
        string handler,
        Guid person
    )
    {
        var page = await client.OpenAsync(address);
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        return await client.PostAsync(
            $"{address}?handler={handler}",
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["person"] = person.ToString(),
                    ["__RequestVerificationToken"] = token,
                }
            )
        );
    }
}
