using System.CommandLine;

namespace Lms.Web.Features.Account;

/// <summary><c>admin create</c>: prints the one-time code that lets the first administrator in.</summary>
internal static class AdminVerb
{
    public static Command Command()
    {
        var create = new Command(
            "create",
            "Друкує одноразовий код для /account/setup (60 хвилин). | Prints a one-time code."
        );
        create.SetAction((parsed, _) => CreateAsync(parsed.InvocationConfiguration.Output));
        var login = new Argument<string>("login")
        {
            Description = "Пошта або номер. | E-mail or phone number.",
        };
        var unlock = new Command(
            "unlock",
            "Знімає загублений другий фактор; пароль лишається. | Removes a lost second factor; the password stays."
        )
        {
            login,
        };
        unlock.SetAction(
            (parsed, _) =>
                UnlockAsync(parsed.GetValue(login)!, parsed.InvocationConfiguration.Output)
        );
        return new Command(
            "admin",
            "Перший адміністратор, втрачений фактор. | The first administrator, a lost factor."
        )
        {
            create,
            unlock,
        };
    }

    private static async Task<int> UnlockAsync(string login, TextWriter output)
    {
        await using var app = LmsApplication.Build([]);
        await app.AskForSchemaAsync();
        var pack = app.Services.GetRequiredService<Content.Pack.OrganisationPack>();
        var lift = app.Services.GetRequiredService<Shared.LiftSecondFactor>();
        var isDone =
            Shared.WaysIn.LoginName.Read(login, pack.Phones) is { } name
            && await lift.AtConsoleAsync(name.Key);
        await output.WriteLineAsync(
            isDone
                ? "Знято. Усі сеанси завершено. | Removed. All sessions have ended."
                : "Такого входу немає. | No such login."
        );
        return isDone ? 0 : 1;
    }

    private static async Task<int> CreateAsync(TextWriter output)
    {
        await using var app = LmsApplication.Build([]);
        await app.MigrateAsync();
        await using var work = Access.WorkScopes.WorkAs(app.Services, "admin create");
        var code = await work.Services.GetRequiredService<FirstAdministrator>().NewCodeAsync();
        if (code is null)
        {
            await output.WriteLineAsync("Адміністратор уже є. | An administrator exists.");
            return 1;
        }

        var settings = app.Services.GetRequiredService<LmsSettings>();
        await output.WriteLineAsync($"{new Uri(settings.Site.Uri, "/account/setup")}");
        await output.WriteLineAsync($"Код на 60 хвилин | Code for 60 minutes: {code}");
        return 0;
    }
}
