using System.CommandLine;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;

namespace Lms.Web.Content;

/// <summary><c>publish [course]</c>: makes a version of each clean draft whose revision has risen.</summary>
internal static class PublishVerb
{
    public static Command Command()
    {
        var course = new Argument<string?>("course")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "Слаг курсу; без нього — усі. | The course's slug; all without it.",
        };
        var command = new Command("publish", "Публікує нову версію курсу. | Publishes courses.")
        {
            course,
        };
        command.SetAction(
            (parsed, _) => RunAsync(parsed.GetValue(course), parsed.InvocationConfiguration.Output)
        );
        return command;
    }

    private static async Task<int> RunAsync(string? slug, TextWriter output)
    {
        await using var app = LmsApplication.Build([]);
        var settings = app.Services.GetRequiredService<LmsSettings>();
        await app.MigrateAsync();
        await using var work = app.Services.WorkAs("publish from the command line");
        var pack = work.Services.GetRequiredService<OrganisationPack>();
        var today = pack.DayOf(work.Services.GetRequiredService<TimeProvider>().Now());
        var content = ContentCheck.Run(settings.Content, pack, today);
        var chosen = content.Courses.Where(course => slug is null || course.Slug == slug).ToList();
        if (chosen.Count == 0)
        {
            await output.WriteLineAsync($"{slug}: такого курсу немає | no such course");
            return 1;
        }

        var isRefused = false;
        foreach (var course in chosen)
        {
            isRefused |= !await PublishAsync(work.Services, course, output);
        }

        return isRefused ? 1 : 0;
    }

    private static async Task<bool> PublishAsync(
        IServiceProvider services,
        CheckedCourse course,
        TextWriter output
    )
    {
        foreach (var finding in course.Findings)
        {
            await output.WriteLineAsync(finding.Print("uk"));
        }

        if (!course.IsClean)
        {
            await output.WriteLineAsync(
                $"{course.Slug}: є помилки, попередня версія лишається | errors: the last good version stays"
            );
            return false;
        }

        var answer = await services.GetRequiredService<Publish>().RunAsync(course.Draft!);
        await output.WriteLineAsync($"{course.Slug}: {SentenceOf(answer)}");
        return answer is PublishAnswer.Published or PublishAnswer.Unchanged;
    }

    private static string SentenceOf(PublishAnswer answer) =>
        answer switch
        {
            PublishAnswer.Published done =>
                $"опубліковано версію {done.Number} | published version {done.Number}",
            PublishAnswer.Unchanged same =>
                $"версія {same.Number} вже опублікована | version {same.Number} stands already",
            PublishAnswer.RevisionMustRise low =>
                $"файли змінилися: підніміть revision вище {low.Newest} | raise revision above {low.Newest}",
            PublishAnswer.KindChanged kind =>
                $"елемент «{kind.Activity}» змінив вид: дайте йому інший слаг | an activity changed its kind",
            PublishAnswer.FilesChanged =>
                "файли змінилися під час публікації: повторіть | files changed meanwhile: do it again",
            _ => throw new InvalidOperationException(answer.ToString()),
        };
}
