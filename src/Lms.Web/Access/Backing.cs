using System.Linq.Expressions;
using Lms.Web.Data;

namespace Lms.Web.Access;

/// <summary>
/// When a deputy's right holds: while the right it copies does, and whoever named them has an open
/// account. Said once, for the query that reads a viewer and for every other.
/// </summary>
public static class Backing
{
    private static readonly Expression<Func<LmsDbContext, Grant, DateOnly, bool>> Rule = (
        db,
        grant,
        today
    ) =>
        grant.DeputyOf == null
        || db.Grants.Any(own =>
            own.AccountId == grant.DeputyOf
            && own.DeputyOf == null
            && own.Role == grant.Role
            && own.Territory == grant.Territory
            && own.From <= today
            && (own.To == null || own.To >= today)
            && db.Accounts.Any(holder => holder.Id == own.AccountId && holder.DeactivatedAt == null)
        );

    /// <summary>Only inside a query that goes through <see cref="Spelt{T}"/>.</summary>
    public static bool IsBacked(LmsDbContext db, Grant grant, DateOnly today) =>
        throw new InvalidOperationException(nameof(IsBacked));

    /// <summary>The query with <see cref="IsBacked"/> written out, so that a database understands it.</summary>
    public static Expression<T> Spelt<T>(Expression<T> query) =>
        (Expression<T>)new Speller().Visit(query);

    private sealed class Speller : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (
                node.Method.DeclaringType != typeof(Backing)
                || node.Method.Name != nameof(IsBacked)
            )
            {
                return base.VisitMethodCall(node);
            }

            var said = Rule.Parameters.Zip(node.Arguments).ToDictionary();
            return new Placing(said).Visit(Rule.Body);
        }
    }

    private sealed class Placing(Dictionary<ParameterExpression, Expression> said)
        : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            said.GetValueOrDefault(node, node);
    }
}
