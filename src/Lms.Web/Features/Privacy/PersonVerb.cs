using System.CommandLine;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Erasing;

namespace Lms.Web.Features.Privacy;

/// <summary>
/// <c>person export|erase|unused</c>: answers a request on personal data from the machine's console.
/// </summary>
internal static class PersonVerb
{
    public static Command Command() =>
        new("person", "Запити про персональні дані. | Requests on personal data.")
        {
            Export(),
            Erase(),
            Unused(),
        };

    private static Command Export()
    {
        var id = Id();
        var file = new Argument<string?>("FILE")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description =
                "Архів ZIP; без нього — у вивід. | The archive; to the output without it.",
        };
        var command = new Command("export", "Усе про особу одним архівом. | All about a person.")
        {
            id,
            file,
        };
        command.SetAction(
            (parsed, cancel) => ExportAsync(parsed.GetValue(id), parsed.GetValue(file), cancel)
        );
        return command;
    }

    private static Command Erase()
    {
        var id = Id();
        var yes = new Option<bool>("--yes")
        {
            Description = "Так, негайно й назавжди. | Yes, at once and for ever.",
        };
        var command = new Command("erase", "Видаляє особу негайно. | Erases a person at once.")
        {
            id,
            yes,
        };
        command.SetAction(
            (parsed, cancel) =>
                EraseAsync(
                    parsed.GetValue(id),
                    parsed.GetValue(yes),
                    parsed.InvocationConfiguration.Output,
                    cancel
                )
        );
        return command;
    }

    private static Command Unused()
    {
        var command = new Command(
            "unused",
            "Облікові записи, у які давно не входили. | Accounts long without a sign-in."
        );
        command.SetAction(
            (parsed, cancel) => UnusedAsync(parsed.InvocationConfiguration.Output, cancel)
        );
        return command;
    }

    private static Argument<Guid> Id() =>
        new("ID") { Description = "Умовний номер особи. | The person’s surrogate." };

    private static async Task<int> ExportAsync(Guid id, string? file, CancellationToken cancel)
    {
        await using var app = LmsApplication.Build([]);
        await app.MigrateAsync();
        await using var work = app.Services.WorkAs("person export");
        var export = work.Services.GetRequiredService<ExportPerson>();
        if (await export.FindAsync(new(id), account: null, cancel) is not { } who)
        {
            return await NobodyAsync();
        }

        var language = work.Services.GetRequiredService<OrganisationPack>().Languages[0];
        await using var to = file is null ? Console.OpenStandardOutput() : Private(file);
        await export.WriteAsync(to, who, by: null, Texts.In(language), cancel);
        return 0;
    }

    private static async Task<int> EraseAsync(
        Guid id,
        bool isSure,
        TextWriter output,
        CancellationToken cancel
    )
    {
        if (!isSure)
        {
            await Console.Error.WriteLineAsync(
                "Видалення не можна скасувати: додайте --yes. | It cannot be undone: add --yes."
            );
            return 2;
        }

        await using var app = LmsApplication.Build([]);
        await app.MigrateAsync();
        await using var work = app.Services.WorkAs("person erase");
        switch (
            await work
                .Services.GetRequiredService<ErasePerson>()
                .RunAsync(new PersonId(id), by: null, cancel)
        )
        {
            case ErasureAnswer.Done:
                await output.WriteLineAsync("Видалено. | Erased.");
                return 0;
            case ErasureAnswer.LastAdministrator:
                await Console.Error.WriteLineAsync(
                    "Це єдиний адміністратор: спершу назвіть іншого. | The only administrator: name another first."
                );
                return 1;
            default:
                return await NobodyAsync();
        }
    }

    private static async Task<int> UnusedAsync(TextWriter output, CancellationToken cancel)
    {
        await using var app = LmsApplication.Build([]);
        await app.MigrateAsync();
        await using var work = app.Services.WorkAs("person unused");
        var unused = await work.Services.GetRequiredService<UnusedAccounts>().ListAsync(cancel);
        foreach (var one in unused)
        {
            await output.WriteLineAsync(
                FormattableString.Invariant(
                    $"{one.Person.Value:D}  {one.SeenOn, -10:yyyy-MM-dd}  {one.Name}"
                )
            );
        }

        return 0;
    }

    private static async Task<int> NobodyAsync()
    {
        await Console.Error.WriteLineAsync("Такої особи немає. | There is no such person.");
        return 1;
    }

    private static FileStream Private(string file)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(file, options);
    }
}
