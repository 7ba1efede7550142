using System.CommandLine;
using Lms.Web.Content.Pack;
using Lms.Web.Data;

namespace Lms.Web;

/// <summary><c>serve</c>: the product over HTTP. One process at a time serves a data folder.</summary>
internal static class ServeVerb
{
    public static Command Command(string[] args)
    {
        var command = new Command(
            "serve",
            "Подає продукт через HTTP (типово). | Serves the product."
        )
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction((_, cancel) => RunAsync([.. args.Where(arg => arg != "serve")], cancel));
        return command;
    }

    private static async Task<int> RunAsync(string[] args, CancellationToken cancel)
    {
        await using var app = LmsApplication.Build(args);
        using var only = OneServer(app.Services.GetRequiredService<LmsSettings>());
        await app.PrepareAsync();
        app.Lifetime.ApplicationStarted.Register(() => Greet(app));
        await app.StartAsync(cancel);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    private static FileStream? OneServer(LmsSettings settings) =>
        settings.Database.Provider == DatabaseProvider.Sqlite
            ? ServeLock.Take(settings.Data)
                ?? throw new StartRefused([
                    $"Lms:Data — теку «{settings.Data}» уже обслуговує інший процес serve. | Another process serves this data folder.",
                ])
            : null;

    private static void Greet(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<LmsSettings>();
        Console.WriteLine();
        Console.WriteLine($"  {settings.Site.Address}");
        if (settings.Demo && app.Services.GetRequiredService<OrganisationPack>().Demo is { } demo)
        {
            Console.WriteLine();
            foreach (var account in demo.Accounts)
            {
                Console.WriteLine($"  {account.Email, -28} {account.Role}");
            }

            Console.WriteLine();
            Console.WriteLine($"  пароль | password: {demo.Password}");
        }

        Console.WriteLine();
    }
}
