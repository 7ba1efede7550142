namespace Lms.Web.Access;

/// <summary>The browser and the system in words, from what the browser says of itself.</summary>
public static class Device
{
    // The first that fits: most browsers also name those they descend from.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];

    /// <summary>Such as "Firefox, Linux"; empty when neither is known.</summary>
    public static string Of(string userAgent) =>
        string.Join(
            ", ",
            new[] { First(Browsers, userAgent), First(Systems, userAgent) }.OfType<string>()
        );

    private static string? First((string Sign, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(one => userAgent.Contains(one.Sign, StringComparison.Ordinal)).Name;
}
