using Lms.Domain.Quizzes;

namespace Lms.Web.Tests.Support;

/// <summary>For tests that ask questions with options alone.</summary>
internal static class Choices
{
    extension(Question question)
    {
        public IReadOnlyList<Option> Options => ((ChoiceQuestion)question).Options;
    }
}
