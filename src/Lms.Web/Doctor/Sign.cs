namespace Lms.Web.Doctor;

public enum Light
{
    Green,

    /// <summary>Works, and somebody should look.</summary>
    Yellow,

    /// <summary>Does not work, or what is saved is not safe.</summary>
    Red,
}

/// <summary>One thing looked at, in a sentence of each language.</summary>
public sealed record Sign(Light Light, string Uk, string En)
{
    public static Sign Green(string uk, string en) => new(Light.Green, uk, en);

    public static Sign Yellow(string uk, string en) => new(Light.Yellow, uk, en);

    public static Sign Red(string uk, string en) => new(Light.Red, uk, en);

    public override string ToString()
    {
        var light = Light switch
        {
            Light.Green => "[гаразд | ok]",
            Light.Yellow => "[увага | look]",
            Light.Red => "[погано | bad]",
        };
        return $"{light, -16} {Uk} | {En}";
    }
}
