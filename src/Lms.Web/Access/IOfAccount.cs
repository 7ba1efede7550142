namespace Lms.Web.Access;

/// <summary>A row about one login: readable by its holder and by who sees everyone.</summary>
public interface IOfAccount
{
    AccountId AccountId { get; }
}
