using System.Security.Cryptography;
using System.Text;
using Lms.Domain.Courses;

namespace Lms.Web.Content.Exchange.Bank;

/// <summary>
/// Ids of imported questions: the source's own when it can be one of ours, else made of what is
/// asked, so that importing a file twice gives the same.
/// </summary>
internal static class QuestionIds
{
    private const int Letters = 10;

    public static string? Valid(string? id) =>
        id is not null && Slug.IsValid(id) && char.IsAsciiLetterLower(id[0]) ? id : null;

    /// <param name="asked">Prompt and answers as the bank has them, feedback and tags apart.</param>
    public static string Of(string asked) =>
        "q-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked)))[..Letters];
}
