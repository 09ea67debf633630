using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FundTracker.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ConditionReturns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ConditionReturns",
                columns: table => new
                {
                    MotherFund = table.Column<long>(type: "bigint", nullable: false),
                    Meeting = table.Column<int>(type: "int", nullable: false),
                    Item = table.Column<int>(type: "int", nullable: false),
                    Condition = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Evidence = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Document = table.Column<long>(type: "bigint", nullable: true),
                    FulfilledBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    FulfilledAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    ReturnedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    ReturnedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConditionReturns", x => new { x.MotherFund, x.Meeting, x.Item, x.Condition, x.Number });
                    table.ForeignKey(
                        name: "FK_ConditionReturns_ResolutionConditions",
                        columns: x => new { x.MotherFund, x.Meeting, x.Item, x.Condition },
                        principalTable: "ResolutionConditions",
                        principalColumns: new[] { "MotherFund", "Meeting", "Item", "Number" },
                        onDelete: ReferentialAction.Restrict);
                });

            // A trigger must be alone in its batch; so the script of the migrations hands it over as text.
            migrationBuilder.Sql("""
                EXEC(N'CREATE TRIGGER "ConditionReturns_AppendOnly" ON "ConditionReturns" INSTEAD OF UPDATE, DELETE AS
                BEGIN
                    SET NOCOUNT ON;
                    THROW 51000, ''ConditionReturns is only added to: correct by a new entry'', 1;
                END');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ConditionReturns");
        }
    }
}
