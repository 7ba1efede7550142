using System.CommandLine;
using System.Globalization;
using Lms.Web.Content.Cases;
using Lms.Web.Content.Pack;
using Lms.Web.Content.Quizzes;

namespace Lms.Web.Content;

/// <summary><c>check [path]</c>: one line a finding; exit code 1 when there is an error.</summary>
internal static class CheckVerb
{
    public static Command Command()
    {
        var path = new Argument<DirectoryInfo?>("path")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "Тека вмісту (типово Lms:Content). | The content folder.",
        };
        var language = new Option<string>("--lang")
        {
            Description = "Мова повідомлень: uk або en. | Language of the messages.",
            DefaultValueFactory = _ => "uk",
        };
        language.AcceptOnlyFromAmong("uk", "en");
        var writeIds = new Option<bool>("--write-ids")
        {
            Description =
                "Дописує у файли ідентифікатори запитань, яких бракує. | Adds missing question ids to the files.",
        };
        var command = new Command(
            "check",
            "Перевіряє курси й набір організації. | Checks the content."
        )
        {
            path,
            language,
            writeIds,
        };
        command.SetAction(parsed =>
            Run(
                parsed.GetValue(path)?.FullName,
                parsed.GetValue(language)!,
                parsed.GetValue(writeIds),
                parsed.InvocationConfiguration.Output
            )
        );
        return command;
    }

    private static int Run(string? path, string language, bool writesIds, TextWriter output)
    {
        var folder = path ?? Settings().Content;
        if (
            !Directory.Exists(Path.Combine(folder, "courses"))
            && !Directory.Exists(Path.Combine(folder, "organisation"))
        )
        {
            output.WriteLine(
                $"{folder}: немає тек courses і organisation | no courses or organisation here"
            );
            return 2;
        }

        var content = Read(folder);
        if (writesIds)
        {
            if (!Write(folder, content, output))
            {
                return 1;
            }

            content = Read(folder);
        }

        foreach (var finding in content.Findings)
        {
            output.WriteLine(finding.Print(language));
        }

        var errors = content.Findings.Count(finding => finding.Severity == Severity.Error);
        output.WriteLine(
            $"errors {errors}, warnings {content.Findings.Count - errors}, courses {content.Courses.Count}"
        );
        foreach (var line in content.Courses.SelectMany(CaseLines))
        {
            output.WriteLine(line);
        }

        return content.HasErrors ? 1 : 0;
    }

    private static CheckedContent Read(string folder) =>
        ContentCheck.Run(folder, Path.Combine(folder, "organisation"), Today(folder));

    /// <summary>One line for each id; false when a file could not be written.</summary>
    private static bool Write(string folder, CheckedContent content, TextWriter output)
    {
        try
        {
            foreach (var (path, line, id) in WriteIds.Run(folder, content))
            {
                output.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"{path}:{line}: + {{#{id}}}")
                );
            }

            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            output.WriteLine($"{folder}: файл не вдалося записати | a file cannot be written");
            return false;
        }
    }

    /// <summary>The graph of each case, behind the findings and their sum.</summary>
    private static IEnumerable<string> CaseLines(CheckedCourse course) =>
        from activity in course.Draft?.Activities ?? []
        let branching = activity.Words.Case
        where branching is not null
        from line in CaseOutline.Of(branching).Prepend($"courses/{course.Slug}/{activity.Slug}:")
        select line;

    private static DateOnly Today(string folder) =>
        PackReader
            .Read(Path.Combine(folder, "organisation"), new Findings())
            .DayOf(TimeProvider.System.GetUtcNow());

    private static LmsSettings Settings() =>
        StartChecks.Settings(
            new ConfigurationBuilder()
                .AddJsonFile("appsettings.json", optional: true)
                .AddEnvironmentVariables()
                .Build()
        );
}
