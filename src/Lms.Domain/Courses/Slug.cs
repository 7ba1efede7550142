namespace Lms.Domain.Courses;

/// <summary>The part of an address that names a course, a module or an activity.</summary>
public static class Slug
{
    /// <summary><c>[a-z0-9-]{1,60}</c>.</summary>
    public static bool IsValid(string text) =>
        text.Length is > 0 and <= 60
        && text.All(letter =>
            char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'
        );
}
