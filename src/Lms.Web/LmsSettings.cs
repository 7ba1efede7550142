using System.Net.Mail;

namespace Lms.Web;

/// <summary>The settings of section <c>Lms</c>, checked before anything starts.</summary>
public sealed record LmsSettings
{
    /// <summary>Folder for the database, keys, mail and media.</summary>
    public string Data { get; init; } = "./data";

    /// <summary>Folder of the organisation pack and the courses.</summary>
    public string Content { get; init; } = "./content";

    public DatabaseSettings Database { get; init; } = new();

    public SiteSettings Site { get; init; } = new();

    public MailSettings Mail { get; init; } = new();

    public RetentionSettings Retention { get; init; } = new();

    public BackupSettings Backup { get; init; } = new();

    public AlertSettings Alert { get; init; } = new();

    /// <summary>Days in which certified people take what a major version changed; 1 to 365.</summary>
    public int ChangeDays { get; init; } = 30;

    /// <summary>Demonstration people and courses published by themselves.</summary>
    public bool Demo { get; init; }

    /// <summary>Invented people beside the demonstration's accounts; null for the number of the pack.</summary>
    public int? DemoPeople { get; init; }

    /// <summary>One sentence for each setting that cannot work, naming it.</summary>
    public IEnumerable<string> Faults()
    {
        if (!Directory.Exists(Content))
        {
            yield return $"Lms:Content — теки «{Content}» немає. | The folder does not exist.";
        }

        if (Database.Provider == DatabaseProvider.Postgres && Database.ConnectionString is null)
        {
            yield return "Lms:Database:ConnectionString — для Postgres потрібен рядок підключення. | Postgres needs a connection string.";
        }

        if (!Site.HasAddress)
        {
            yield return $"Lms:Site:Address — «{Site.Address}» не є адресою http(s) без шляху. | Not an http(s) address without a path.";
        }

        if (ChangeDays is < 1 or > 365)
        {
            yield return $"Lms:ChangeDays — «{ChangeDays}» не є числом днів від 1 до 365. | Not a number of days from 1 to 365.";
        }

        if (DemoPeople is < 0 or > 200_000)
        {
            yield return $"Lms:DemoPeople — «{DemoPeople}» не є числом від 0 до 200000. | Not a number from 0 to 200000.";
        }

        if (Backup.Hour is < 0 or > 23)
        {
            yield return $"Lms:Backup:Hour — «{Backup.Hour}» не є годиною від 0 до 23. | Not an hour from 0 to 23.";
        }

        if (Mail.Host is not null && !MailAddress.TryCreate(Mail.From, out _))
        {
            yield return $"Lms:Mail:From — «{Mail.From}» не є адресою пошти. | Not an e-mail address.";
        }

        if (!Alert.HasAddress)
        {
            yield return $"Lms:Alert:Address — «{Alert.Address}» не є адресою http(s). | Not an http(s) address.";
        }

        if (Alert.Seconds is < 1 or > 600)
        {
            yield return $"Lms:Alert:Seconds — «{Alert.Seconds}» не є числом секунд від 1 до 600. | Not a number of seconds from 1 to 600.";
        }

        foreach (var fault in Retention.Faults())
        {
            yield return fault;
        }
    }
}

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

public sealed record DatabaseSettings
{
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    public string? ConnectionString { get; init; }
}

public sealed record SiteSettings
{
    /// <summary>Instead of the pack's neutral name.</summary>
    public string? Name { get; init; }

    /// <summary>Where people reach the product; stands in mails and on certificates.</summary>
    public string Address { get; init; } = "http://localhost:5080";

    internal bool HasAddress =>
        Uri.TryCreate(Address, UriKind.Absolute, out var uri)
        && uri is { Scheme: "http" or "https", AbsolutePath: "/" };

    internal Uri Uri => new(Address);
}

public sealed record MailSettings
{
    /// <summary>SMTP server; without it mails are written to <c>Data/mail</c> as .eml files.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = 587;

    public string? User { get; init; }

    public string? Password { get; init; }

    public string From { get; init; } = "noreply@localhost";
}

public sealed record AlertSettings
{
    /// <summary>What is asked for air alerts; null asks nobody.</summary>
    public string? Address { get; init; }

    /// <summary>Goes with each question as a bearer token.</summary>
    public string? Token { get; init; }

    /// <summary>Between two questions, 1 to 600.</summary>
    public int Seconds { get; init; } = 15;

    internal bool HasAddress =>
        Address is null
        || (
            Uri.TryCreate(Address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        );
}

public sealed record BackupSettings
{
    /// <summary>Of the night, in the organisation's time zone; 0 to 23.</summary>
    public int Hour { get; init; } = 2;
}
