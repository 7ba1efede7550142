using Lms.Domain.Certification;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Web.Access;
using Lms.Web.Features.Shared.Erasing;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Access;

/// <summary>What the addresses of one person's objects are filled with.</summary>
public sealed record OwnedObjects(
    Guid Person,
    string Number,
    string Code,
    Guid Attempt,
    Guid File,
    Guid Merge
)
{
    /// <summary>Something the person must do, and has not done.</summary>
    public Guid Assignment { get; init; } = Guid.Parse("0195d3f0-0000-7000-8000-00000000000e");

    /// <summary>A live session in which the person has a seat.</summary>
    public Guid Session { get; init; } = Guid.Parse("0195d3f0-0000-7000-8000-00000000000f");

    public static readonly OwnedObjects Random = new(
        Guid.Parse("0195d3f0-0000-7000-8000-00000000000a"),
        "DEMO-2026-000777",
        "00000000000000000000000000",
        Guid.Parse("0195d3f0-0000-7000-8000-00000000000b"),
        Guid.Parse("0195d3f0-0000-7000-8000-00000000000c"),
        Guid.Parse("0195d3f0-0000-7000-8000-00000000000d")
    );

    /// <summary>
    /// Two people of one community, one of another, one who is erased, and what nobody has: each but
    /// the last has taken a course and handed in a file.
    /// </summary>
    public static async Task<Dictionary<string, OwnedObjects>> MakeAsync(LmsHost host)
    {
        var deleted = await TakeAsync(host, "auditor", "en");
        await using (var work = host.Services.WorkAs("a test erases"))
        {
            var erase = work.Services.GetRequiredService<ErasePerson>();
            Assert.Equal(ErasureAnswer.Done, await erase.RunAsync(new PersonId(deleted.Person)));
            await work.Services.GetRequiredService<SeedDemo>().RunAsync();
        }

        var all = new Dictionary<string, OwnedObjects>(StringComparer.Ordinal)
        {
            ["specialist"] = await TakeAsync(host, "specialist", "uk"),
            ["manager"] = await TakeAsync(host, "manager", "uk"),
            ["specialist2"] = await TakeAsync(host, "specialist2", "uk"),
            ["deleted"] = deleted,
            ["random"] = Random,
        };
        await MergeAsync(host, all);
        return all;
    }

    public string Fill(string address) =>
        address
            .Replace("{person}", $"{Person}", StringComparison.Ordinal)
            .Replace("{number}", Number, StringComparison.Ordinal)
            .Replace("{code}", Code, StringComparison.Ordinal)
            .Replace("{attempt}", $"{Attempt}", StringComparison.Ordinal)
            .Replace("{file}", $"{File}", StringComparison.Ordinal)
            .Replace("{merge}", $"{Merge}", StringComparison.Ordinal)
            .Replace("{assignment}", $"{Assignment}", StringComparison.Ordinal)
            .Replace("{session}", $"{Session}", StringComparison.Ordinal);

    /// <summary>What an answer says, without the ids that were asked for.</summary>
    public string Forget(string body)
    {
        foreach (var id in new[] { $"{Person}", Number, Code, $"{Attempt}", $"{File}", $"{Merge}" })
        {
            body = body.Replace(id, "", StringComparison.OrdinalIgnoreCase);
        }

        return body.Replace($"{Assignment}", "", StringComparison.OrdinalIgnoreCase)
            .Replace($"{Session}", "", StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<OwnedObjects> TakeAsync(LmsHost host, string name, string language)
    {
        var learner = new Learner(host, await host.SignedInAsync(name, language));
        await learner.ReadLessonsAsync();
        await learner.StartQuizAsync();
        await learner.SubmitQuizAsync();
        await using var db = host.Look();
        var person = await db
            .Accounts.Where(account => account.Email == $"{name}@demo.example")
            .Select(account => account.PersonId!.Value)
            .SingleAsync();
        var held = await db.Certificates.SingleAsync(one => one.PersonId == person);
        var attempt = await db.Attempts.SingleAsync(one => one.PersonId == person);
        var file = new AnswerFile
        {
            Id = new(Guid.CreateVersion7()),
            AttemptId = attempt.Id,
            PersonId = person,
            QuestionId = "q-file",
            Name = "план.pdf",
            MediaType = "application/pdf",
            Bytes = "%PDF-1.7"u8.ToArray(),
            StoredAt = host.Clock.GetUtcNow(),
        };
        db.AnswerFiles.Add(file);
        db.Evidence.Add(EvidenceLike(file));
        var assignment = new Assignment
        {
            Id = new(Guid.CreateVersion7()),
            PersonId = person,
            Course = "safe-steps",
            DueOn = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime).AddDays(60),
            From = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime),
            AssignedAt = host.Clock.GetUtcNow(),
            Operation = $"test:{person.Value}",
        };
        db.Assignments.Add(assignment);
        await db.SaveChangesAsync();
        var session = await MeetingRoom.PlanAsync(host, "trainer", name);
        return new(
            person.Value,
            held.Number,
            held.Code,
            attempt.Id.Value,
            file.Id.Value,
            Guid.CreateVersion7()
        )
        {
            Assignment = assignment.Id.Value,
            Session = session.Value,
        };
    }

    /// <summary>Named as the file of the answer is, so that one id serves both addresses.</summary>
    private static Evidence EvidenceLike(AnswerFile file) =>
        new()
        {
            Id = new(file.Id.Value),
            PersonId = file.PersonId,
            Kind = EvidenceKind.Confirmation,
            Title = "Довідка",
            Provider = "Школа",
            On = new(2026, 11, 2),
            HandedInAt = file.StoredAt,
            Operation = new(file.Id.Value),
            File = new()
            {
                EvidenceId = new(file.Id.Value),
                PersonId = file.PersonId,
                MediaType = file.MediaType,
                Bytes = file.Bytes,
            },
        };

    // That of the deleted is one that was undone.
    private static async Task MergeAsync(LmsHost host, Dictionary<string, OwnedObjects> all)
    {
        await using var db = host.Look();
        foreach (var (whose, objects) in all.Where(one => one.Key != "random"))
        {
            db.PersonMerges.Add(
                new PersonMerge
                {
                    Id = new(objects.Merge),
                    PersonId = new(whose == "deleted" ? all["specialist"].Person : objects.Person),
                    Into = new(all["manager"].Person),
                    Moved = new Dictionary<string, IReadOnlyList<string>>(),
                    MergedAt = host.Clock.GetUtcNow(),
                    UndoneAt = whose == "deleted" ? host.Clock.GetUtcNow() : null,
                }
            );
        }

        await db.SaveChangesAsync();
    }
}
