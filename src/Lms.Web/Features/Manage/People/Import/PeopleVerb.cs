using System.CommandLine;
using System.Security.Cryptography;
using Lms.Web.Access;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Manage.People.Import;

/// <summary><c>people import FILE [--dry-run]</c>: takes a list of people in from the machine's console.</summary>
internal static class PeopleVerb
{
    public static Command Command()
    {
        var file = new Argument<FileInfo>("FILE")
        {
            Description = "CSV або XLSX. | A CSV or an XLSX.",
        };
        var dry = new Option<bool>("--dry-run")
        {
            Description = "Лише показати, що буде. | Say what would come of it, and do nothing.",
        };
        var import = new Command("import", "Додає людей зі списку. | Takes a list of people in.")
        {
            file,
            dry,
        };
        import.SetAction(
            (parsed, cancel) =>
                RunAsync(
                    parsed.GetValue(file)!,
                    parsed.GetValue(dry),
                    parsed.InvocationConfiguration.Output,
                    cancel
                )
        );
        return new Command("people", "Люди реєстру. | People of the register.") { import };
    }

    private static async Task<int> RunAsync(
        FileInfo file,
        bool isDry,
        TextWriter output,
        CancellationToken cancel
    )
    {
        var texts = Texts.In("uk");
        if (!file.Exists)
        {
            await output.WriteLineAsync($"{file} — файлу немає. | No such file.");
            return 1;
        }

        if (file.Length > ImportTable.MostBytes)
        {
            await output.WriteLineAsync(texts[IndexModel.WordsOf(FileFault.TooBig)]);
            return 1;
        }

        var bytes = await File.ReadAllBytesAsync(file.FullName, cancel);
        var (table, fault) = ImportTable.Read(bytes);
        if (table is null)
        {
            await output.WriteLineAsync(texts[IndexModel.WordsOf(fault!.Value)]);
            return 1;
        }

        await using var app = LmsApplication.Build([]);
        await app.AskForSchemaAsync();
        await using var work = app.Services.WorkAs("people import");
        var import = work.Services.GetRequiredService<ImportPeople>();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var plan = isDry
            ? await import.PlanAsync(table, hash)
            : await import.RunAsync(table, hash, new HashSet<int>());
        foreach (var row in plan.Rows.Where(row => row.Findings.Count > 0))
        {
            var findings = row.Findings.Select(finding =>
                $"{ImportTable.Head(finding.Column, texts)}: {texts.Fill(finding.Words, finding.Values)}"
            );
            await output.WriteLineAsync(
                $"{row.Number}: {texts[IndexModel.WordsOf(row.Verdict)]}. {string.Join("; ", findings)}"
            );
        }

        foreach (var verdict in Enum.GetValues<RowVerdict>())
        {
            await output.WriteLineAsync(
                $"{texts[IndexModel.WordsOf(verdict)]}: {plan.Count(verdict)}"
            );
        }

        return plan.Count(RowVerdict.Refused) > 0 ? 1 : 0;
    }
}
