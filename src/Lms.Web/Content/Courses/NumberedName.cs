using System.Globalization;
using Lms.Domain.Courses;

namespace Lms.Web.Content.Courses;

/// <summary><c>01-consent</c>: the number orders, the rest is the slug.</summary>
internal sealed record NumberedName(int Number, string Slug)
{
    private const int MostDigits = 4;

    /// <summary>Null when there is no number.</summary>
    public static NumberedName? Of(string name)
    {
        var digits = name.TakeWhile(char.IsAsciiDigit).Count();
        return digits is > 0 and <= MostDigits && digits < name.Length && name[digits] == '-'
            ? new(
                int.Parse(name.AsSpan(0, digits), CultureInfo.InvariantCulture),
                name[(digits + 1)..]
            )
            : null;
    }

    /// <summary>Of a file: the name without its number and endings, letters of an id alone.</summary>
    public static string SlugOf(string path)
    {
        var name = path.Split('/')[^1].Split('.')[0];
        var slug = (Of(name)?.Slug ?? name).Where(letter =>
            char.IsAsciiLetterOrDigit(letter) || letter == '-'
        );
        return string.Concat(slug);
    }

    public bool IsValid => Lms.Domain.Courses.Slug.IsValid(Slug);
}
