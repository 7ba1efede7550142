using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Web.Data.Configurations;

internal sealed class TerritoryTable : IEntityTypeConfiguration<Territory>
{
    public void Configure(EntityTypeBuilder<Territory> builder)
    {
        builder.HasKey(territory => territory.Code);
        builder.ComplexProperty(territory => territory.Name);
        builder.HasOne<Territory>().WithMany().HasForeignKey(territory => territory.Parent);
    }
}

internal sealed class InstitutionTable : IEntityTypeConfiguration<Institution>
{
    public void Configure(EntityTypeBuilder<Institution> builder)
    {
        builder.HasKey(institution => institution.Code);
        builder.ComplexProperty(institution => institution.Name);
        builder.HasOne<Territory>().WithMany().HasForeignKey(institution => institution.Territory);
    }
}

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ComplexProperty(person => person.Name);
        builder.HasIndex(person => person.SortKey);
        builder.HasIndex(person => new { person.Community, person.SortKey });
        builder.HasIndex(person => person.SearchName);
        builder.HasOne<Territory>().WithMany().HasForeignKey(person => person.Community);
        builder.HasOne<Person>().WithMany().HasForeignKey(person => person.MergedInto);
        builder.HasMany(person => person.Posts).WithOne().HasForeignKey(post => post.PersonId);
    }
}

internal sealed class PostTable : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder) =>
        builder.HasOne<Institution>().WithMany().HasForeignKey(post => post.Institution);
}

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.HasOne<Person>().WithMany().HasForeignKey(account => account.PersonId);
        builder.HasIndex(account => account.PersonId).IsUnique();
        builder.HasIndex(account => account.NormalizedEmail).IsUnique();
        builder.HasIndex(account => account.NormalizedUserName).IsUnique();
        builder
            .HasMany(account => account.Grants)
            .WithOne()
            .HasForeignKey(grant => grant.AccountId);
    }
}

internal sealed class GrantTable : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> builder) =>
        builder.HasOne<Territory>().WithMany().HasForeignKey(grant => grant.Territory);
}

internal sealed class AuditTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(entry => entry.Position);
        builder.HasIndex(entry => entry.Subject);
        builder.HasIndex(entry => entry.At);
        builder.HasIndex(entry => entry.PreviousHash).IsUnique();
    }
}

internal sealed class SetupCodeTable : IEntityTypeConfiguration<SetupCode>
{
    public void Configure(EntityTypeBuilder<SetupCode> builder) =>
        builder.HasKey(code => code.Hash);
}

// Identity's own tables, under the glossary's word for a login.
internal sealed class AccountClaimTable : IEntityTypeConfiguration<IdentityUserClaim<AccountId>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<AccountId>> builder) =>
        builder.ToTable("AccountClaims");
}

internal sealed class AccountLoginTable : IEntityTypeConfiguration<IdentityUserLogin<AccountId>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<AccountId>> builder) =>
        builder.ToTable("AccountLogins");
}

internal sealed class AccountTokenTable : IEntityTypeConfiguration<IdentityUserToken<AccountId>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<AccountId>> builder) =>
        builder.ToTable("AccountTokens");
}

internal sealed class AccountPasskeyTable : IEntityTypeConfiguration<IdentityUserPasskey<AccountId>>
{
    // Identity maps passkeys only where it finds its options in the container, which a pooled or a
    // design-time context has not; this is the shape of its schema version 3.
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<AccountId>> builder)
    {
        builder.ToTable("AccountPasskeys");
        builder.HasKey(passkey => passkey.CredentialId);
        builder.Property(passkey => passkey.CredentialId).HasMaxLength(1024);
        builder.OwnsOne(passkey => passkey.Data).ToJson();
        builder.HasOne<Account>().WithMany().HasForeignKey(passkey => passkey.UserId);
    }
}
